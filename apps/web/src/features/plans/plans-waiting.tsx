import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { toPlan } from '../../places.js';
import { InboxList } from '../inbox/inbox-list.js';
import { useMay } from '../session/session.js';

type Plan = Answer<'plans'>['plans'][number];

/** Plans that wait for an act that who is signed in may record. */
export function usePlansWaiting(): readonly Plan[] {
  const may = useMay();
  const plans = useQuery(query('plans', {})).data?.plans ?? [];
  return plans.filter(
    ({ status }) =>
      (status === 'drafted' && may('plan.approve')) || (status === 'approved' && may('plan.enter-into-force')),
  );
}

export function PlansWaiting({ plans }: { readonly plans: readonly Plan[] }) {
  const { t } = useTranslation();
  if (plans.length === 0) return null;
  return (
    <InboxList name={t('inbox.plans')} count={plans.length}>
      {plans.map(({ planId, title, status }) => (
        <li key={planId}>
          <p className="inbox-words">
            {title} · {t(`plan.status.${status}`)}
          </p>
          <Link to={toPlan(planId)} className="btn btn-primary btn-xs">
            {t('plan.open')}
          </Link>
        </li>
      ))}
    </InboxList>
  );
}
