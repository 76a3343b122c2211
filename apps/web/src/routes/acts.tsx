import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import { ActsTable } from '../features/acts/acts-table.js';
import { useMay } from '../features/session/session.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { WhyNot } from '../ui/why-not.js';

/** The register of acts: debts first. */
export function ActsScreen() {
  const { t } = useTranslation();
  const may = useMay();
  const lacking = useQuery(query('acts', { query: { missing: 'true', limit: 200 } }));
  const all = useQuery(query('acts', { query: { limit: 200 } }));
  return (
    <Page
      title={t('acts.title')}
      lead={t('acts.lead')}
      trail={[{ to: '/plans', label: t('plan.plans') }]}
      aside={
        may('act.register') ? (
          <Link to="/acts/new" className="btn btn-primary">
            {t('acts.register')}
          </Link>
        ) : undefined
      }
    >
      {!may('act.register') && <WhyNot action="act.register" />}
      <Answered asked={lacking}>
        {({ acts }) => <ActsTable caption={t('acts.debts')} none={t('acts.noDebts')} acts={acts} />}
      </Answered>
      <Answered asked={all}>
        {({ acts }) => <ActsTable caption={t('acts.all')} none={t('acts.none')} acts={acts} />}
      </Answered>
    </Page>
  );
}
