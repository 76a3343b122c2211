import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { WhyNot } from '../../ui/why-not.js';
import { ApprovalHere } from '../approvals/approval-here.js';
import type { Approval } from '../approvals/approval-of.js';
import { ReturnedPoints } from '../approvals/returned-points.js';
import { useMay } from '../session/session.js';
import { useChainInForce } from '../workflow/use-chain-in-force.js';
import { ByAct } from './plan-acts.js';

type Plan = Answer<'plans'>['plans'][number];

/** How a draft becomes a plan: step by step where the body has several, else by the act alone. */
export function PlanApproval({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const may = useMay();
  const { planId } = plan;
  const chain = useChainInForce('plan');
  const open = useQuery(query('approvals', { query: { planId, subject: 'plan' } })).data?.approvals;
  const returned = useQuery(query('approvals', { query: { planId, subject: 'plan', status: 'returned' } })).data;
  const [approval] = open ?? [];
  if (approval !== undefined) {
    return <ApprovalHere approvalId={approval.approvalId} title={t('plan.approvalSteps')} />;
  }
  if (open === undefined || chain === undefined) return null;
  if (chain !== null && chain.steps.length > 1) {
    return <Propose planId={planId} steps={chain.steps.length} returned={returned?.approvals[0]} />;
  }
  return may('plan.approve') ? <ByAct key="approve" plan={plan} name="approvePlan" /> : null;
}

function Propose({ planId, steps, returned }: ProposeProps) {
  const { t } = useTranslation();
  const may = useMay();
  const act = useAct('proposePlan');
  return (
    <section className="panel">
      <h2>{t('plan.propose')}</h2>
      <p>{t('plan.proposeLead', { count: steps })}</p>
      {returned !== undefined && <ReturnedPoints approval={returned} />}
      {may('plan.propose') ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void act.send({ params: { planId } }).then((answer) => {
              if (answer !== null) announce(t('plan.proposed'));
            });
          }}
        >
          <SendBar label={t('plan.propose')} act={act} />
        </form>
      ) : (
        <WhyNot action="plan.propose" />
      )}
    </section>
  );
}

interface ProposeProps {
  readonly planId: string;
  readonly steps: number;
  /** As it came back. */
  readonly returned: Approval | undefined;
}
