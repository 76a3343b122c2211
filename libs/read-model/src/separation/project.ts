import {
  categories,
  creditedFor,
  earlierAt,
  idOfStream,
  romeDayOf,
  tookBy,
  type ActReference,
  type ApprovalSubject,
  type Credited,
  type EventMetadata,
  type Label,
  type LocalDate,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { evaluationCheck, evaluationSide } from './evaluations.js';
import { nobody, sideIdOf, sidesAfter } from './sides.js';
import { controlSideTable, separationCheckTable, type ControlSideRow } from './tables.js';

const SYSTEM = 'system';
const OUTSIDE: readonly string[] = ['account', 'clock', 'reminder', 'body', 'organisation'];

/** Every step of a control that was ever taken, with who was on the other side at that moment. */
export const separations: Projection = {
  name: 'separations',
  version: 9,
  categories: categories.filter((category) => !OUTSIDE.includes(category)),
  tables: [controlSideTable, separationCheckTable],
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
    const { step, name, side, earlier } = ofPerson;
    return [checkOf(event, rows, { subject: 'evaluation', step, outcome: 'act', name, earlier }, side)];
  }
  switch (fact.type) {
    case 'objective.rendicontazione-approved.v1':
      return unlessVoted(event, rows, { subject: 'rendicontazione', step: fact.data.step, outcome: 'approve' });
    case 'objective.rendicontazione-returned.v1':
      return unlessVoted(event, rows, { subject: 'rendicontazione', step: fact.data.step, outcome: 'return' });
    case 'objective.scored.v1':
      return [checkOf(event, rows, { subject: 'evaluation', step: 'score', outcome: 'score' })];
    case 'premium.liquidated.v1': {
      const { planId, entries } = fact.data;
      const offices = [
        ...new Set(entries.flatMap(({ areaId, credits = [] }) => [areaId, ...credits.map(({ office }) => office)])),
      ];
      const paid = { ...nobody(idOfStream(event.stream), 'premium-run'), plan_id: planId, offices };
      return [checkOf(event, rows, { subject: 'premium-run', step: 'liquidate', outcome: 'approve' }, paid)];
    }
  }
  if (/\.approval-voted\.v\d+$/.test(event.type)) return voted(event, rows, event.data as object as Vote);
  if (fact.type === 'objective.justification-weighed.v1' && fact.data.fact.kind === 'voted') {
    return voted(event, rows, { ...fact.data.fact, subject: 'justification' });
  }
  if (fact.type === 'objective.proposal-weighed.v1' && fact.data.fact.kind === 'voted') {
    return voted(event, rows, { ...fact.data.fact, subject: 'objective' });
  }
  return [];
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
  return [checkOf(event, rows, vote), controlSideTable.put({ ...side, took, last_vote: commandId })];
}

/** In logs of earlier releases a step that passed was the vote of one office; where votes are kept, they were told. */
function unlessVoted(event: RecordedEvent, rows: Rows, taken: Taken): readonly Change[] {
  const { actor, commandId } = metadataOf(event);
  // nor is silence anybody's step
  if (actor.id === SYSTEM) return [];
  return sideOf(event, rows).last_vote === commandId ? [] : [checkOf(event, rows, taken)];
}

function sideOf(event: RecordedEvent, rows: Rows): ControlSideRow {
  const id = sideIdOf(event);
  return rows.of(controlSideTable).find((side) => side.id === id) ?? nobody(idOfStream(event.stream), id);
}

function checkOf(
  event: RecordedEvent,
  rows: Rows,
  { subject, step, outcome, rerouted, on, act, ...told }: Vote,
  side: ControlSideRow = sideOf(event, rows),
): Change {
  const { actor, occurredOn, recordedAt, ...metadata } = metadataOf(event);
  const { onBehalfOf = metadata.onBehalfOf } = told;
  const others = rows.of(controlSideTable).filter(({ id }) => side.together.includes(id));
  const scored = [...side.scored, ...others.flatMap(({ offices }) => offices)];
  const route = side.routes[step];
  // in logs of earlier releases the act itself does not say so
  const instead = route?.office === actor.office ? null : (route?.office ?? route?.reroutedFrom ?? null);
  const reroutedFrom = rerouted?.from ?? instead;
  const rule = rerouted?.rule ?? (reroutedFrom === null ? null : ruleOf(side, scored, reroutedFrom));
  return separationCheckTable.put({
    position: String(event.position),
    recorded_at: recordedAt,
    occurred_on: occurredOn,
    days: daysAsked({ occurredOn, recordedAt }, { on, act: act ?? actIn(event.data) }),
    subject,
    plan_id: side.plan_id,
    objective_id: categoryOf(event.stream) === 'objective' ? idOfStream(event.stream) : null,
    share_id: text(event.data['shareId']),
    step,
    step_name: route?.name ?? told.name ?? null,
    outcome,
    person: actor.id,
    office: actor.office,
    on_behalf_of: onBehalfOf,
    authors: side.authors,
    offices: side.offices,
    // who answers for the share itself is already on that side
    scored: [...new Set(scored)].filter((office) => !side.offices.includes(office)),
    beneficiaries: side.beneficiaries,
    credited: creditedIn(rows, event.data['shareId']),
    // what is no step of the chain, as the scoring, is independent of none
    earlier: route === undefined ? (told.earlier ?? []) : earlierAt({ id: step, ...route }, subject, side.took),
    rerouted_from: reroutedFrom,
    rule,
  });
}

/** An act of an earlier day that is recorded today is no vote of that day: its date is another fact's. */
function daysAsked(
  { occurredOn, recordedAt }: Pick<EventMetadata, 'occurredOn' | 'recordedAt'>,
  { on, act }: { readonly on: LocalDate | undefined; readonly act: ActReference | null },
): readonly LocalDate[] {
  const recorded = romeDayOf(recordedAt);
  const told = on ?? (act?.date === occurredOn ? recorded : occurredOn);
  return told < recorded ? [recorded, told] : [recorded];
}

function actIn({ act }: RecordedEvent['data']): ActReference | null {
  return (act ?? null) as ActReference | null; // as the rules once wrote it
}

/** Of the share that is judged, of whatever control, and of those that the same indicator measures. */
function creditedIn(rows: Rows, shareId: unknown): readonly Credited[] {
  const sides = rows.of(controlSideTable);
  const share = sides.find(({ id }) => id === shareId);
  if (share === undefined) return [];
  const all = [share, ...sides.filter(({ id }) => share.together.includes(id))];
  return all.flatMap(({ offices: [areaId = ''], holders, horizon }) => creditedFor({ areaId, holders }, horizon));
}

function ruleOf({ offices }: ControlSideRow, scored: readonly string[], office: string): string | null {
  if (offices.includes(office)) return 'own-office';
  return scored.includes(office) ? 'same-finding' : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
