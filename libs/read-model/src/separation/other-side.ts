import { earlierAt, idOfStream, preparedBeside, type ApprovalSubject } from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Rows } from '../runtime/projection.js';
import { creditedBy } from './runs.js';
import { NOBODY, scoredOn, type OtherSide } from './shares.js';
import { nobody, sideIdOf } from './sides.js';
import { controlSideTable, type ControlSideRow, type StepRoute } from './tables.js';

export function sideOf(event: RecordedEvent, rows: Rows): ControlSideRow {
  const id = sideIdOf(event);
  return rows.of(controlSideTable).find((side) => side.id === id) ?? nobody(idOfStream(event.stream), id);
}

/** The other side of an approval: with which it set out, and who has come to stand there since. */
export function sideToday(
  event: RecordedEvent,
  rows: Rows,
  side: ControlSideRow,
  route?: StepRoute,
): Omit<OtherSide, 'earlier'> {
  const sides = rows.of(controlSideTable);
  const share = sides.find(({ id }) => id === event.data['shareId']);
  const now = share === undefined ? NOBODY : scoredOn(share, sides);
  const run = creditedBy(sides);
  const offices = [...new Set([...officesAt(side, route), ...now.offices])];
  const scored = [...new Set([...side.scored, ...now.scored])];
  return {
    authors: [...new Set([...side.authors, ...now.authors])],
    offices,
    // who answers for the share itself is already on that side
    scored: scored.filter((office) => !offices.includes(office)),
    beneficiaries: side.beneficiaries,
    // of a share it is told by who had it, of a run by what it decides of, by now
    credited: share !== undefined ? now.credited : run.length > 0 ? run : side.credited,
  };
}

/** Where a step asks the areas that would answer for a proposal, whoever made it alone is kept from it: the first of its offices. */
export function officesAt({ offices }: ControlSideRow, route: StepRoute | undefined): readonly string[] {
  return route?.asksAreas === true ? offices.slice(0, 1) : offices;
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
