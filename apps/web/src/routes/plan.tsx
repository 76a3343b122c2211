import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { WeightBar } from '../features/dashboard/weight-bar.js';
import { PlanActs } from '../features/plans/plan-acts.js';
import { PlanApproval } from '../features/plans/plan-approval.js';
import { LintShown } from '../features/plans/lint.js';
import { PlanFacts } from '../features/plans/plan-facts.js';
import { SharesAtOnce } from '../features/plans/shares-at-once.js';
import { PlanStatusTag } from '../features/plans/status-tag.js';
import { useMay } from '../features/session/session.js';
import { toNewObjective, toPlanTable } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import '../styles/flow.css';

type Tree = Answer<'plan'>;

/** One plan: its acts, and its weights against the ceilings. */
export function PlanScreen() {
  const { t } = useTranslation();
  const { planId = '' } = useParams();
  const may = useMay();
  const asked = useQuery(query('plan', { params: { planId } }));
  return (
    <Page
      title={asked.data?.title ?? t('plan.title')}
      overline={asked.data?.body}
      trail={[{ to: '/plans', label: t('plan.plans') }]}
      aside={asked.data && <PlanStatusTag status={asked.data.status} />}
    >
      <Answered asked={asked}>
        {(plan) => (
          <>
            <section className="panel">
              <PlanFacts plan={plan} />
              <Link to={toPlanTable(planId)} className="btn btn-primary btn-xs">
                {t('plan.openTable')}
              </Link>{' '}
              <Link to="/variations" className="btn btn-outline-primary btn-xs">
                {t('variation.title')}
              </Link>{' '}
              {plan.status === 'drafted' && may('plan.draft') && (
                <Link to="/plan-import" className="btn btn-outline-primary btn-xs">
                  {t('plan.importCorrected')}
                </Link>
              )}
              {plan.status === 'in-force' && may('variation.request') && (
                <Link to={toNewObjective(planId)} className="btn btn-outline-primary btn-xs">
                  {t('variation.addObjective')}
                </Link>
              )}
            </section>
            {plan.status === 'drafted' && <PlanApproval plan={plan} />}
            <PlanActs plan={plan} />
            <SharesAtOnce plan={plan} />
            <Weights areas={plan.areas} />
            <Lint planId={planId} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Lint({ planId }: { readonly planId: string }) {
  const asked = useQuery(query('planLint', { params: { planId } }));
  return <Answered asked={asked}>{(lint) => <LintShown lint={lint} planId={planId} />}</Answered>;
}

function Weights({ areas }: { readonly areas: Tree['areas'] }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Tree['areas'][number]>[]>(
    () => [
      { id: 'area', header: t('plan.area'), heading: true, sortBy: ({ name }) => name, cell: ({ name }) => name },
      {
        id: 'weight',
        header: t('plan.weight'),
        sortBy: ({ weight }) => Number(weight),
        cell: ({ weight, ceiling }) => <WeightBar weight={weight} ceiling={ceiling} />,
      },
    ],
    [t],
  );
  return <Table caption={t('plan.weights')} columns={columns} rows={areas} keyOf={({ areaId }) => areaId} />;
}
