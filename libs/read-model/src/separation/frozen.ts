import { creditedFor, earlierAt, idOfStream, preparedBeside, type ApprovalSubject, type Credited } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Rows } from '../runtime/projection.js';
import type { OtherSide } from './shares.js';
import { nobody, sideIdOf } from './sides.js';
import { controlSideTable, type ControlSideRow, type StepRoute } from './tables.js';

export function sideOf(event: RecordedEvent, rows: Rows): ControlSideRow {
  const id = sideIdOf(event);
  return rows.of(controlSideTable).find((side) => side.id === id) ?? nobody(idOfStream(event.stream), id);
}

/** The other side of an approval, as it set out with it. */
export function frozenSide(event: RecordedEvent, rows: Rows, side: ControlSideRow): Omit<OtherSide, 'earlier'> {
  const { offices, beneficiaries, together } = side;
  const others = rows.of(controlSideTable).filter(({ id }) => together.includes(id));
  const scored = [...side.scored, ...others.flatMap((other) => other.offices)];
  return {
    authors: [...new Set([...side.authors, ...authorsIn(rows, event.data['shareId'])])],
    offices,
    // who answers for the share itself is already on that side
    scored: [...new Set(scored)].filter((office) => !offices.includes(office)),
    beneficiaries,
    credited: creditedIn(rows, event.data['shareId']),
  };
}

/** Who took a step before of which this one is independent, or prepared it as another office than the one that takes it. */
export function takenBefore(
  side: ControlSideRow,
  step: string,
  route: StepRoute,
  subject: ApprovalSubject,
  office: string,
): readonly string[] {
  return [...new Set([...earlierAt({ id: step, ...route }, subject, side.took), ...preparedBeside(office, side)])];
}

/** Whoever worked on the share that is judged. */
function authorsIn(rows: Rows, shareId: unknown): readonly string[] {
  return rows.of(controlSideTable).find(({ id }) => id === shareId)?.authors ?? [];
}

/** Of the share that is judged, of whatever control, and of those that the same indicator measures. */
function creditedIn(rows: Rows, shareId: unknown): readonly Credited[] {
  const sides = rows.of(controlSideTable);
  const share = sides.find(({ id }) => id === shareId);
  if (share === undefined) return [];
  const all = [share, ...sides.filter(({ id }) => share.together.includes(id))];
  return all.flatMap(({ offices: [areaId = ''], holders, horizon }) => creditedFor({ areaId, holders }, horizon));
}
