import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../../client/queries.js';
import { toApproval, toWorkflow } from '../../places.js';
import { Answered } from '../../ui/answered.js';
import { ApprovalSteps } from './approval-steps.js';
import { ReturnedPoints } from './returned-points.js';
import { Speaking } from './speaking.js';
import { useApprovalTitle } from './use-approval-title.js';
import { WithdrawalShown } from './withdrawal-shown.js';

/** The approval of what a page is about: its steps, and what who is signed in can say. */
export function ApprovalHere({ approvalId, title }: { readonly approvalId: string; readonly title: string }) {
  const { t } = useTranslation();
  const titleOf = useApprovalTitle();
  const asked = useQuery(query('approval', { params: { approvalId } }));
  return (
    <Answered asked={asked}>
      {(approval) => (
        <div className="halves">
          <section className="panel">
            <h2>{title}</h2>
            <WithdrawalShown withdrawal={approval.withdrawal} />
            <ReturnedPoints approval={approval} />
            <ApprovalSteps approval={approval} />
            <p>
              <Link to={toApproval(approvalId)}>{t('approval.seeWhole')}</Link>
            </p>
            <p>
              <Link to={toWorkflow({ approval: approvalId })}>{t('workflow.seeDrawn')}</Link>
            </p>
          </section>
          <div>
            <Speaking approval={approval} title={titleOf(approval)} />
          </div>
        </div>
      )}
    </Answered>
  );
}
