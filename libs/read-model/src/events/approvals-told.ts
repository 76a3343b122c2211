import { sql, type RawBuilder } from 'kysely';

/** What an auditor asks of approvals: which steps nobody took, and which approvals went on to another version. */
export type ToldOfApprovals = 'silence' | 'migration';

const OF_APPROVALS = ['plan', 'objective', 'variation', 'evaluation', 'premium'];
/** Events that wrap what happened to an approval. */
const WEIGHED = ['objective.justification-weighed.v1', 'objective.proposal-weighed.v1'];

const KINDS = { silence: 'step-passed', migration: 'migrated' } as const;

/** Of the events, as `read.event` has them: those that tell it, in whatever words the subject of the approval has for it. */
export function tellsOfApprovals(asked: ToldOfApprovals): RawBuilder<boolean> {
  const kind = KINDS[asked];
  const types = [
    ...OF_APPROVALS.map((aggregate) => `${aggregate}.approval-${kind}.v1`),
    ...WEIGHED,
    // reports have their own name for a step that passed
    ...(asked === 'silence' ? ['objective.rendicontazione-approved.v1'] : []),
  ];
  // a step that somebody took tells as which office
  const nobodys =
    asked === 'silence' ? sql`coalesce(coalesce(data -> 'fact', data) ->> 'office', 'system') = 'system'` : sql`true`;
  return sql<boolean>`(type in (${sql.join(types)}) and coalesce(data -> 'fact' ->> 'kind', ${kind}) = ${kind} and ${nobodys})`;
}
