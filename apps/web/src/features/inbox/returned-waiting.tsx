import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toApproval } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { placeToIntegrate, type Approval } from '../approvals/approval-of.js';
import { useApprovalTitle } from '../approvals/use-approval-title.js';
import { DueTag } from './due-tag.js';
import { InboxList } from './inbox-list.js';

/** What came back to the office of whoever is signed in, with what was asked for and by when. */
export function ReturnedWaiting({ returned }: { readonly returned: readonly Approval[] }) {
  const { t } = useTranslation();
  return (
    <InboxList name={t('approval.returnedHere')} count={returned.length}>
      {returned.map((approval) => (
        <Item key={approval.approvalId} approval={approval} />
      ))}
    </InboxList>
  );
}

function Item({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const title = useApprovalTitle()(approval);
  const { approvalId, subject, points, returnBy, integration } = approval;
  const place = placeToIntegrate(approval);
  const act = t(place === null ? 'app.open' : 'inbox.act.integrate-rendicontazione');
  return (
    <li>
      <div className="inbox-words">
        <p className="inbox-title">
          <Link to={toApproval(approvalId)}>{title}</Link>
        </p>
        <p className="quiet">{[subjectNames[subject][language], ...points].join(' · ')}</p>
        {returnBy !== null && (
          <p className="inbox-tags">
            <DueTag day={returnBy} past={integration?.overdue ?? false} />
          </p>
        )}
      </div>
      <div className="inbox-act">
        <Link to={place ?? toApproval(approvalId)} className="btn btn-primary btn-xs" aria-label={`${act}: ${title}`}>
          {act}
        </Link>
      </div>
    </li>
  );
}
