import { categories, tookBy, type ActReference, type ApprovalSubject, type Label, type LocalDate } from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import type { Projection, Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalFactIn, handledCheck } from './approvals.js';
import { deedCheck } from './deeds.js';
import { evaluationCheck, evaluationSide } from './evaluations.js';
import { namingCheck } from './namings.js';
import { sideOf, sideToday, takenBefore } from './other-side.js';
import { rowsOf } from './row.js';
import { sidesAfter } from './sides.js';
import { controlSideTable, separationCheckTable, separationConcernTable, type ControlSideRow } from './tables.js';

const SYSTEM = 'system';
const OUTSIDE: readonly string[] = ['account', 'clock', 'reminder', 'body'];

/** Whatever duty separation guards that was ever done, with who was on the other side at that moment. */
export const separations: Projection = {
  name: 'separations',
  version: 26,
  categories: categories.filter((category) => !OUTSIDE.includes(category)),
  tables: [controlSideTable, separationCheckTable, separationConcernTable],
  project: (event, rows) => [
    ...sidesAfter(event, rows),
    ...evaluationSide(event, rows.of(controlSideTable)).map((side) => controlSideTable.put(side)),
    ...checksOf(event, rows),
  ],
};

function checksOf(event: RecordedEvent, rows: Rows): readonly Change[] {
  const fact = factOf(event);
  const ofPerson = evaluationCheck(event, rows.of(controlSideTable));
  if (ofPerson !== null) {
    const { side, ...told } = ofPerson;
    return checksOfVote(event, rows, { subject: 'evaluation', outcome: 'act', ...told }, side);
  }
  switch (fact.type) {
    case 'objective.rendicontazione-approved.v1':
      return unlessVoted(event, rows, { subject: 'rendicontazione', step: fact.data.step, outcome: 'approve' });
    case 'objective.rendicontazione-returned.v1':
      return unlessVoted(event, rows, { subject: 'rendicontazione', step: fact.data.step, outcome: 'return' });
    case 'objective.scored.v1':
      return checksOfVote(event, rows, { subject: 'evaluation', step: 'score', outcome: 'score', anyPlace: true });
  }
  const naming = namingCheck(event);
  if (naming !== null) return rowsOf(event, rows, naming);
  const deed = deedCheck(event, rows);
  if (deed !== null) return rowsOf(event, rows, deed);
  const told = approvalFactIn(event);
  if (told === null) return [];
  if (told.kind === 'voted') return voted(event, rows, told);
  const handled = handledCheck(event, rows, told);
  return handled === null ? [] : rowsOf(event, rows, handled);
}

interface Taken {
  readonly subject: ApprovalSubject;
  readonly step: string;
  readonly outcome: string;
}

/** As the rules once told it. */
interface Vote extends Taken {
  /** Of what is no step of a chain. */
  readonly name?: Label;
  readonly earlier?: readonly string[];
  /** What it says of itself; null or absent: nothing. */
  readonly rule?: string | null;
  readonly anyPlace?: boolean;
  /** The day that was told of a vote; absent: none, or not there. */
  readonly on?: LocalDate;
  readonly act?: ActReference | null;
  readonly rerouted?: { readonly from: string; readonly rule: string };
  /** In whose place it was; absent: as the request told. */
  readonly onBehalfOf?: string | null;
}

function voted(event: RecordedEvent, rows: Rows, vote: Vote): readonly Change[] {
  const side = sideOf(event, rows);
  const { actor, commandId, ...told } = metadataOf(event);
  const { onBehalfOf = told.onBehalfOf } = vote;
  const agrees = vote.outcome === 'approve' || vote.outcome === 'correct-degree';
  const took = agrees ? tookBy(side.took, { person: actor.id, onBehalfOf }, vote.step) : side.took;
  return [...checksOfVote(event, rows, vote), controlSideTable.put({ ...side, took, last_vote: commandId })];
}

/** In logs of earlier releases a step that passed was the vote of one office; where votes are kept, they were told. */
function unlessVoted(event: RecordedEvent, rows: Rows, taken: Taken): readonly Change[] {
  const { actor, commandId } = metadataOf(event);
  // nor is silence anybody's step
  if (actor.id === SYSTEM) return [];
  return sideOf(event, rows).last_vote === commandId ? [] : checksOfVote(event, rows, taken);
}

function checksOfVote(
  event: RecordedEvent,
  rows: Rows,
  { subject, step, outcome, rerouted, on, act, ...told }: Vote,
  side: ControlSideRow = sideOf(event, rows),
): readonly Change[] {
  const { actor } = metadataOf(event);
  const route = side.routes[step];
  const other = sideToday(event, rows, side, route);
  // in logs of earlier releases the act itself does not say so
  const instead = route?.office === actor.office ? null : (route?.office ?? route?.reroutedFrom ?? null);
  const reroutedFrom = rerouted?.from ?? instead;
  return rowsOf(event, rows, {
    ...other,
    subject,
    planId: side.plan_id,
    step,
    stepName: route?.name ?? told.name ?? null,
    outcome,
    onBehalfOf: told.onBehalfOf,
    anyPlace: told.anyPlace === true,
    workflow: side.workflow,
    setOut: route === undefined ? null : side.set_out,
    // what is no step of the chain, as the scoring, is independent of none
    earlier: route === undefined ? (told.earlier ?? []) : takenBefore(side, step, route, subject, actor.office),
    reroutedFrom,
    rule: told.rule ?? rerouted?.rule ?? (reroutedFrom === null ? null : ruleOf(side, other.scored, reroutedFrom)),
    on,
    ...(act && { act }),
  });
}

function ruleOf({ offices }: ControlSideRow, scored: readonly string[], office: string): string | null {
  if (offices.includes(office)) return 'own-office';
  return scored.includes(office) ? 'same-finding' : null;
}
