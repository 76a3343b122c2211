import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { toObjective, toProposal } from '../../places.js';
import { ApprovalSteps } from '../approvals/approval-steps.js';
import { numberOf } from '../objectives/number-of.js';
import { ProposedShown } from '../proposals/proposed-shown.js';

type Added = Answer<'variation'>['added'][number];

/** An objective that a variation would add, whole, and who has judged it where it was proposed: what whoever decides has to know. */
export function ObjectiveAdded({ added }: { readonly added: Added }) {
  const { t } = useTranslation();
  const { objectiveId, proposed, isProposal, approvalId } = added;
  const place = placeOfAdded(added);
  const title = `${numberOf(objectiveId)} ${proposed.title}`;
  return (
    <>
      <ProposedShown proposed={proposed} heading={title}>
        {isProposal && <p>{t('variation.asValidated')}</p>}
        {place !== null && (
          <p>
            <Link to={place}>{t(added.inPlan ? 'variation.toObjective' : 'variation.toProposal')}</Link>
          </p>
        )}
      </ProposedShown>
      {approvalId !== null && <Judged approvalId={approvalId} title={title} />}
    </>
  );
}

function Judged({ approvalId, title }: { readonly approvalId: string; readonly title: string }) {
  const { t } = useTranslation();
  const approval = useQuery(query('approval', { params: { approvalId } })).data;
  if (approval === undefined) return null;
  return (
    <section className="panel">
      <h2>{t('variation.judged', { title })}</h2>
      <ApprovalSteps approval={approval} />
    </section>
  );
}

/** Where what a variation adds has its page: of what the plan has not, the proposal's; null where it has none yet. */
export function placeOfAdded({ objectiveId, inPlan, isProposal }: Added): string | null {
  if (inPlan) return toObjective(objectiveId);
  return isProposal ? toProposal(objectiveId) : null;
}
