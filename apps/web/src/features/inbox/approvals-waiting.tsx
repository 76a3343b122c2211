import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toApproval } from '../../places.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import type { Approval } from '../approvals/approval-of.js';
import { useApprovalTitle } from '../approvals/use-approval-title.js';
import { DueTag } from './due-tag.js';
import { InboxList } from './inbox-list.js';

/** Steps that whoever is signed in could take, with the term and in whose place. */
export function ApprovalsWaiting({ approvals }: { readonly approvals: readonly Approval[] }) {
  const { t } = useTranslation();
  if (approvals.length === 0) return null;
  return (
    <InboxList name={t('approval.waitingHere')} count={approvals.length}>
      {approvals.map((approval) => (
        <Item key={approval.approvalId} approval={approval} />
      ))}
    </InboxList>
  );
}

function Item({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = useApprovalTitle()(approval);
  const { approvalId, subject, waiting } = approval;
  if (waiting === null) return null;
  const { name, since, until, overdue, reroutedFrom } = waiting;
  return (
    <li>
      <div className="inbox-words">
        <p className="inbox-title">
          <Link to={toApproval(approvalId)}>{title}</Link>
        </p>
        <p className="quiet">
          {subjectNames[subject][formats.language]} · {name[formats.language]}
        </p>
        <p className="inbox-tags">
          {until !== null && <DueTag day={until} past={overdue} />}
          {until === null && since !== null && (
            <span className="quiet">{t('inbox.since', { day: formats.dayOfInstant(since) })}</span>
          )}
          {reroutedFrom !== null && <Tag>{t('inbox.asSubstitute')}</Tag>}
        </p>
      </div>
      <div className="inbox-act">
        <Link
          to={toApproval(approvalId)}
          className="btn btn-primary btn-xs"
          aria-label={`${t('inbox.act.approve-rendicontazione')}: ${title}`}
        >
          {t('inbox.act.approve-rendicontazione')}
        </Link>
      </div>
    </li>
  );
}
