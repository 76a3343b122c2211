import { useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import { grouped } from '../features/inbox/act-of.js';
import { ApprovalsWaiting, otherApprovals } from '../features/inbox/approvals-waiting.js';
import { EvaluationsWaiting } from '../features/inbox/evaluations-waiting.js';
import { InboxGroup } from '../features/inbox/inbox-group.js';
import { Notices } from '../features/inbox/notices.js';
import { OwnShares } from '../features/inbox/own-shares.js';
import { Reminders } from '../features/inbox/reminders.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { PlansWaiting, usePlansWaiting } from '../features/plans/plans-waiting.js';
import { useMe } from '../features/session/session.js';
import { toPremiumRun } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';

/** What waits for whoever signed in, each thing one press from its act. */
export function HomeScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { user } = useMe();
  const nameOf = useOfficeNames();
  const inbox = useQuery(query('inbox', {}));
  const plans = usePlansWaiting();
  const approvals = inbox.data === undefined ? [] : otherApprovals(inbox.data);
  // a plan on its way through its steps stands among the approvals
  const bare = plans.filter(
    ({ planId }) => !approvals.some(({ kind, streamId }) => kind === 'plan' && streamId === planId),
  );
  const { items: own = [], evaluations: persons = [], premiumRuns: runs = [] } = inbox.data ?? {};
  const waiting = own.length + persons.length + runs.length + bare.length + approvals.length;
  return (
    <Page
      title={t('inbox.title')}
      overline={user.name ?? nameOf(user.office)}
      lead={inbox.data && t('inbox.lead', { count: waiting })}
    >
      <Answered asked={inbox}>
        {({ items, evaluations, premiumRuns, notices, reminders, vacancies }) => (
          <div className="columns">
            <div>
              {waiting === 0 && (
                <Callout color="success">
                  <CalloutTitle tag="h2">{t('inbox.nothing')}</CalloutTitle>
                  <CalloutText>{t('inbox.nothingText')}</CalloutText>
                </Callout>
              )}
              {vacancies.length > 0 && (
                <p className="notice notice-waiting">
                  <Icon name="it-warning-circle" />
                  <span>{t('inbox.vacancies', { count: vacancies.length })}</span>
                  <Link to="/organisation">{t('inbox.seeVacancies')}</Link>
                </p>
              )}
              <PlansWaiting plans={bare} />
              <ApprovalsWaiting approvals={approvals} />
              {evaluations.length > 0 && <EvaluationsWaiting evaluations={evaluations} />}
              {premiumRuns.length > 0 && (
                <section className="panel inbox-group">
                  <h2>
                    {t('inbox.premiumRuns')} <span className="count">{premiumRuns.length}</span>
                  </h2>
                  <ul className="inbox-items">
                    {premiumRuns.map(({ runId, fund, total }) => (
                      <li key={runId}>
                        <p className="inbox-words">
                          {t('inbox.premiumRun', { fund: formats.money(fund), total: formats.money(total) })}
                        </p>
                        <Link to={toPremiumRun(runId)} className="btn btn-primary btn-xs">
                          {t('inbox.act.liquidate-premium')}
                        </Link>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {grouped(items).map((group) => (
                <InboxGroup key={group.action} {...group} />
              ))}
            </div>
            <div>
              <OwnShares />
              <Notices notices={notices} />
              <Reminders reminders={reminders} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
