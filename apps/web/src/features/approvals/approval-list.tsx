import { useTranslation } from 'react-i18next';
import { ApproveMany } from '../many/approve-many.js';
import { useChosen } from '../many/use-chosen.js';
import { useMe } from '../session/session.js';
import { ApprovalItem } from './approval-item.js';
import { standingOf, type Approval } from './approval-of.js';
import { useApprovalTitle } from './use-approval-title.js';

/** The approvals; those in which one may act can be approved several at once. */
export function ApprovalList({ approvals }: { readonly approvals: readonly Approval[] }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const titleOf = useApprovalTitle();
  const mine = approvals.filter((approval) => standingOf(approval, user.id) === 'may');
  const chosen = useChosen(mine.map(({ approvalId }) => approvalId));
  const steps = mine.flatMap((approval) =>
    approval.waiting === null
      ? []
      : [
          {
            key: approval.approvalId,
            label: titleOf(approval),
            approvalId: approval.approvalId,
            step: approval.waiting.step,
          },
        ],
  );
  return (
    <>
      <p role="status">
        {approvals.length === 0 ? t('approval.none') : t('approval.count', { count: approvals.length })}
      </p>
      {mine.length > 1 && (
        <section className="panel" aria-label={t('many.several')}>
          <h2>{t('many.several')}</h2>
          <ApproveMany steps={steps} chosen={chosen} />
        </section>
      )}
      <ul className="approvals">
        {approvals.map((approval) => (
          <ApprovalItem
            key={approval.approvalId}
            approval={approval}
            chosen={mine.length > 1 && mine.includes(approval) ? chosen : undefined}
          />
        ))}
      </ul>
    </>
  );
}
