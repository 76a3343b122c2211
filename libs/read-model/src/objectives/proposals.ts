import type { Kysely } from 'kysely';
import {
  askedAt,
  asProposed,
  currentStep,
  findingsOf,
  lintRuleNames,
  possibleOnProposal,
  type Label,
  type LintRule,
  type LocalDate,
  type Possible,
  type ProposalFinding,
} from '#domain';
import type { ReadTables } from '#postgres';
import type { ProposalRow } from './tables.js';

/** An objective that the plan does not have yet. */
export interface ProposalShown {
  readonly objectiveId: string;
  readonly planId: string;
  readonly status: ProposalRow['status'];
  readonly revision: number;
  readonly title: string;
  /** That proposed it last. */
  readonly office: string;
  readonly number: number;
  readonly points: readonly string[];
  readonly waiver: string | null;
  /** What the lint finds on it alone: whoever agrees last says why it is accepted, unless somebody did. */
  readonly findings: readonly (ProposalFinding & { readonly name: Label })[];
  /** The step that judges it next; null until somebody has begun, and once it is judged. */
  readonly awaited: { readonly step: string; readonly offices: readonly string[] } | null;
  readonly areas: readonly string[];
  /** As it was proposed last: who hands it in again begins with it. */
  readonly proposed: ReturnType<typeof asProposed>;
  readonly possible: readonly Possible[];
}

/** What was proposed and is not in the plan, in the order of numbers. */
export async function proposals(
  db: Kysely<ReadTables>,
  planId: string | undefined,
  today: LocalDate,
): Promise<readonly ProposalShown[]> {
  let query = db
    .selectFrom('read.proposal')
    .selectAll('read.proposal')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('read.objective')
            .select('read.objective.objective_id')
            .whereRef('read.objective.objective_id', '=', 'read.proposal.objective_id'),
        ),
      ),
    );
  if (planId !== undefined) query = query.where('read.proposal.plan_id', '=', planId);
  const rows = (await query.orderBy('read.proposal.sort').execute()) as readonly ProposalRow[];
  return rows.map((row) => {
    const { office, number, points, waiver } = row.proposal;
    return {
      objectiveId: row.objective_id,
      planId: row.plan_id,
      status: row.status,
      revision: row.revision,
      title: row.planned.title,
      office,
      number,
      points,
      waiver,
      findings: findingsOf(row.planned, row.horizon, today).map((finding) => ({
        ...finding,
        name: lintRuleNames[finding.code as LintRule],
      })),
      awaited: awaitedOn(row),
      areas: [...new Set(row.planned.shares.map(({ areaId }) => areaId))],
      proposed: asProposed(row.planned, row.horizon),
      possible: possibleOnProposal(row.planned, row.status, row.proposal, row.workflow),
    };
  });
}

function awaitedOn({ proposal: { approval } }: ProposalRow): ProposalShown['awaited'] {
  const step = approval === null ? null : currentStep(approval);
  return approval === null || step === null ? null : { step: step.id, offices: askedAt(approval, step.id) };
}
