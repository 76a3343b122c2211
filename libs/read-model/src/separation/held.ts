import type { TenureRow } from '#postgres';
import type { Asked } from './known.js';

/** The offices, with their roles, that some persons held on the day of which a step is asked: an account's own until another is told. */
export function heldBy(asked: Asked, ...persons: readonly (string | null)[]): readonly TenureRow[] {
  return tenuresOf(asked, persons).filter((tenure) => isHeld(asked, tenure, asked.day));
}

/** Who held an office on that day, or on another. */
export function holding(asked: Asked, office: string, day = asked.day): readonly TenureRow[] {
  return (asked.known.byOffice.get(office) ?? []).filter((tenure) => isHeld(asked, tenure, day));
}

/** Whatever these persons ever held. */
export function tenuresOf({ known }: Asked, persons: readonly (string | null)[]): readonly TenureRow[] {
  return [...new Set(persons)].flatMap((person) => (person === null ? [] : (known.byPerson.get(person) ?? [])));
}

/** Whether the organisation had said something by that day of whoever holds it, so that their account's own office ended. */
export function isToldOf({ known, by }: Asked, { person }: TenureRow, day: string): boolean {
  const theirs = known.byPerson.get(person) ?? [];
  return theirs.some((told) => told.stream !== person && told.from_day <= day && told.recorded_at <= by);
}

export function isOfAccount({ stream, person }: TenureRow): boolean {
  return stream === person;
}

function isHeld(asked: Asked, tenure: TenureRow, day: string): boolean {
  return (
    tenure.from_day <= day &&
    (tenure.to_day === null || day <= tenure.to_day) &&
    tenure.recorded_at <= asked.by &&
    !(isOfAccount(tenure) && isToldOf(asked, tenure, day))
  );
}
