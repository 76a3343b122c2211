import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toApproval } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { Tick } from '../many/tick.js';
import type { Chosen } from '../many/use-chosen.js';
import type { Approval } from './approval-of.js';
import { ReturnedPoints } from './returned-points.js';
import { ApprovalStatusTag } from './status-tag.js';
import { useApprovalTitle } from './use-approval-title.js';
import { WaitingFacts } from './waiting-facts.js';

/** One approval in a list: what it is of, and why it does not move. */
export function ApprovalItem({ approval, chosen }: ApprovalItemProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const titleOf = useApprovalTitle();
  const { approvalId, subject, status, waiting, deadline } = approval;
  const title = titleOf(approval);
  return (
    <li className="approval">
      <div className="approval-head">
        {chosen !== undefined && <Tick name={approvalId} label={title} chosen={chosen} />}
        <div>
          <p className="overline">{subjectNames[subject][language]}</p>
          <h2 className="approval-title">
            <Link to={toApproval(approvalId)}>{title}</Link>
          </h2>
        </div>
        <ApprovalStatusTag status={status} />
      </div>
      {deadline !== null && deadline.text !== '' && <p className="quiet">{deadline.text}</p>}
      {waiting !== null && (
        <>
          <p>{t('approval.now', { step: waiting.name[language] })}</p>
          <WaitingFacts waiting={waiting} />
        </>
      )}
      <ReturnedPoints approval={approval} />
    </li>
  );
}

interface ApprovalItemProps {
  readonly approval: Approval;
  /** Given: it may be chosen among others. */
  readonly chosen?: Chosen | undefined;
}
