import { folded } from '../text.js';

/** What tells whose a row is. */
export interface ReadRow {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  /** Whether the user name was written, not made of the name: two people may have one name. */
  readonly written: boolean;
  /** Whether the row says since when: without it nobody knows which of two offices they hold. */
  readonly inTime: boolean;
}

/** Whether two rows with one user name are two offices of one person. */
export function isSamePerson(one: ReadRow, other: ReadRow): boolean {
  const sameEmail = one.email.toLowerCase() === other.email.toLowerCase();
  return (
    folded(one.name) === folded(other.name) &&
    (sameEmail || one.email === '' || other.email === '') &&
    ((one.written && other.written) || (sameEmail && one.email !== '')) &&
    one.inTime &&
    other.inTime
  );
}
