import { begunProposal, evolveApproval, idOfStream, type Proposal } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { OfProposal } from '../of-proposals.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { sortKey } from './sort-key.js';
import { proposalTable, withdrawnObjectiveTable, type ProposalRow } from './tables.js';

/** What is not in the plan yet has a table of its own: lists of the plan do not know it. */
export function proposed(event: RecordedEvent, fact: OfProposal, rows: Rows): readonly Change[] {
  const before = rows.of(proposalTable)[0];
  const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
  if (fact.type === 'objective.proposed.v1') {
    const objective_id = idOfStream(event.stream);
    const { planId, objective, horizon, proposal: number, proposedBy, office, workflow = null } = fact.data;
    const proposers = [...new Set(before?.proposal.proposers).add(proposedBy)];
    return [
      proposalTable.put({
        ...seen,
        objective_id,
        plan_id: planId,
        sort: sortKey(objective_id),
        status: 'proposed',
        planned: objective,
        horizon,
        workflow,
        proposal: { number, proposers, office, points: [], waiver: null, approval: null },
      }),
    ];
  }
  if (before === undefined) return []; // the past as of a day before the proposal
  const put = (change: Partial<Proposal>, status: ProposalRow['status'] = before.status) => [
    proposalTable.put({ ...before, ...seen, status, proposal: { ...before.proposal, ...change } }),
  ];
  switch (fact.type) {
    case 'objective.proposal-opened.v1':
      return put({ approval: begunProposal(fact.data.approval) });
    case 'objective.proposal-weighed.v1': {
      const { approval, waiver } = before.proposal;
      return put({
        approval: approval && evolveApproval(approval, fact.data.fact),
        waiver: fact.data.waiver ?? waiver,
      });
    }
    case 'objective.proposal-returned.v1':
      return put({ points: fact.data.points }, 'draft');
    case 'objective.proposal-withdrawn.v1': {
      const { objective_id } = before;
      const { revision } = event;
      return [proposalTable.clear({ objective_id }), withdrawnObjectiveTable.put({ objective_id, revision })];
    }
    case 'objective.validated.v1':
      return put({ waiver: fact.data.waiver }, 'validated');
  }
}
