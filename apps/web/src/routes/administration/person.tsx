import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { query } from '../../client/queries.js';
import { AccessActs } from '../../features/accounts/access-acts.js';
import { AccountForm } from '../../features/accounts/account-form.js';
import { Standing } from '../../features/accounts/standing.js';
import { Answered } from '../../ui/answered.js';
import { Page } from '../../ui/page.js';
import { useFormats } from '../../words/use-formats.js';
import '../../styles/office.css';

/** One account: who, for which office, in which roles, and the way in. */
export function PersonScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { accountId } = useParams();
  const asked = useQuery(query('listAccounts', {}));
  const found = asked.data?.accounts.find(({ id }) => id === accountId);
  return (
    <Page
      title={
        found === undefined
          ? t(asked.data === undefined ? 'people.people' : 'people.unknown')
          : (found.name ?? found.user)
      }
      lead={
        found && (
          <>
            {t('people.user')}: <strong>{found.user}</strong> · <Standing account={found} /> ·{' '}
            {t('people.created', { day: formats.dayOfInstant(found.createdAt) })}
          </>
        )
      }
      trail={[{ to: '/administration', label: t('people.people') }]}
    >
      <Answered asked={asked}>
        {() =>
          found === undefined ? (
            <p>{t('people.unknownText')}</p>
          ) : (
            <>
              {found.alike.length > 0 && <p>{t('people.alikeText', { users: found.alike.join(', ') })}</p>}
              <div className="columns">
                <section className="panel">
                  <h2>{t('people.change')}</h2>
                  <AccountForm key={found.id} account={found} />
                </section>
                <AccessActs key={found.id} account={found} />
              </div>
            </>
          )
        }
      </Answered>
    </Page>
  );
}
