import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session.js';
import { standingOf } from './approval-of.js';
import type { ApprovalDetail } from './approval-steps.js';
import { ClaimHere } from './claim-here.js';
import { NotYours } from './not-yours.js';
import { OutcomeForm } from './outcome-form.js';

/** What who is signed in can say at the step that waits; else whose it is. */
export function Speaking({ approval, title }: { readonly approval: ApprovalDetail; readonly title: string }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const step = approval.steps.find(({ id }) => id === approval.waiting?.step);
  if (approval.waiting === null || step === undefined) return null;
  const standing = standingOf(approval, user.id);
  if (standing === 'spoken') return <p className="notice">{t('approval.spoken')}</p>;
  if (standing === 'not-theirs') return <NotYours waiting={approval.waiting} />;
  const eachVotes =
    step.agreement.kind === 'quorum' || (step.agreement.kind === 'all' && step.agreement.of === 'members');
  return (
    <>
      <OutcomeForm key={step.id} approval={approval} step={step} title={title} />
      {!eachVotes && <ClaimHere approval={approval} />}
    </>
  );
}
