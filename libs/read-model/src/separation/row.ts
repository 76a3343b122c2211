import {
  idOfStream,
  romeDayOf,
  type ActReference,
  type ApprovalSubject,
  type Label,
  type LocalDate,
  type WorkflowRef,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { SeparationCheckRow } from '#postgres';
import { metadataOf } from '../facts.js';
import { categoryOf, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { objectivesConcerned } from './concerned.js';
import type { OtherSide } from './shares.js';
import { separationCheckTable, separationConcernTable } from './tables.js';

/** Something that not everybody may do, as the proof tells it beside who did it and when. */
export interface Check extends OtherSide {
  readonly subject: ApprovalSubject | 'organisation';
  /** Absent: the stream's. */
  readonly subjectId?: string;
  readonly planId: string | null;
  readonly step: string;
  readonly stepName: Label | null;
  readonly outcome: string;
  /** Absent: as the request told. */
  readonly onBehalfOf?: string | null | undefined;
  /** Whether the rules ask it of the office, in whosever place. */
  readonly anyPlace: boolean;
  /** That the approval follows; absent: it is no deed on one. */
  readonly workflow?: WorkflowRef | null;
  /** Where in the log the approval set out of which it is a step; absent: it is none. */
  readonly setOut?: string | null;
  readonly reroutedFrom?: string | null;
  readonly rule?: string | null;
  /** The day on which it happened, where it says so itself. */
  readonly on?: LocalDate | undefined;
  readonly act?: ActReference | null | undefined;
  /** A first day of which the right is asked as well. */
  readonly from?: LocalDate | undefined;
}

/** The row of a check, and the objectives elsewhere on which it decides. */
export function rowsOf(event: RecordedEvent, rows: Rows, check: Check): readonly Change[] {
  const position = String(event.position);
  const concerned = objectivesConcerned(event, rows).map((id) =>
    separationConcernTable.put({ position, objective_id: id }),
  );
  return [checkRow(event, check), ...concerned];
}

function checkRow(event: RecordedEvent, check: Check): Change {
  const { actor, occurredOn, recordedAt, onBehalfOf } = metadataOf(event);
  const { authors, offices, scored, beneficiaries, credited, earlier } = check;
  const [category, id] = [categoryOf(event.stream), idOfStream(event.stream)];
  const row: SeparationCheckRow = {
    position: String(event.position),
    recorded_at: recordedAt,
    occurred_on: occurredOn,
    days: daysAsked(event, check),
    subject: check.subject,
    subject_id: check.subjectId ?? id,
    plan_id: check.planId ?? (category === 'plan' ? id : null),
    objective_id: category === 'objective' ? id : null,
    share_id: text(event.data['shareId']),
    step: check.step,
    step_name: check.stepName,
    outcome: check.outcome,
    person: actor.id,
    office: actor.office,
    on_behalf_of: check.onBehalfOf === undefined ? onBehalfOf : check.onBehalfOf,
    any_place: check.anyPlace,
    authors,
    offices,
    scored,
    beneficiaries,
    credited,
    earlier,
    workflow: check.workflow ?? null,
    set_out: check.setOut ?? null,
    act: check.act === undefined ? actIn(event) : check.act,
    rerouted_from: check.reroutedFrom ?? null,
    rule: check.rule ?? null,
  };
  return separationCheckTable.put(row);
}

/** An act of an earlier day that is recorded today is nothing done on that day: its date is another fact's. */
function daysAsked(event: RecordedEvent, { on, act = actIn(event), from }: Check): readonly LocalDate[] {
  const { occurredOn, recordedAt, dayTold = false } = metadataOf(event);
  const recorded = romeDayOf(recordedAt);
  const happened = on ?? (!dayTold && act?.date === occurredOn ? recorded : occurredOn);
  const earlier = [happened, from ?? recorded].filter((day) => day < recorded);
  return [recorded, ...new Set(earlier)];
}

function actIn({ data: { act } }: RecordedEvent): ActReference | null {
  return (act ?? null) as ActReference | null; // as the rules once wrote it
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
