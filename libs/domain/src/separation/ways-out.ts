import { addDays } from '../calendar/civil.js';
import type { Parties, Staff } from '../organisation/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import { seatsOf, type Relations } from './seats.js';
import { eligible } from './separation.js';

/** What would let somebody take a step that nobody may, told as facts of a refusal; another substitute in the file always does. */
export interface WaysOut {
  /** Offices of which another holder would do, who is no party; absent: they are barred whoever holds them. */
  readonly who?: string;
  /** The office from which the share is to be handed to a third one, where that alone would do. */
  readonly handed?: string;
  /** …or where it would with another holder of this one. */
  readonly handedToo?: string;
  readonly another?: string;
}

/** @param opens  nothing has set out yet, so that the share may still be given to another office */
export function waysOut(
  step: StepDefinition,
  parties: Parties,
  staff: Staff,
  relations: Relations,
  { subject, opens }: { readonly subject: ApprovalSubject | null; readonly opens: boolean },
): WaysOut {
  const who = whereAnother(step, parties, staff, relations, subject);
  if (who.length > 0) return { who: who.join(', ') };
  const heads = relations['head-of-area'] ?? [];
  const handed = relations.assignee?.find((office) => !heads.includes(office) && parties.offices.includes(office));
  if (!opens || handed === undefined) return {};
  const offices = parties.offices.filter((office) => office !== handed);
  // its credit ends with the day before
  const credited = (parties.credited ?? []).filter(({ office, from }) => office !== handed || from < staff.day);
  const ended = credited.map((one) =>
    one.office === handed && one.to >= staff.day ? { ...one, to: addDays(staff.day, -1) } : one,
  );
  const after = { ...parties, offices, credited: ended };
  const others = { ...relations, assignee: [], proposer: [] };
  if (eligible(step, after, staff, others, subject) !== null) return { handed };
  const [another] = whereAnother(step, after, staff, others, subject);
  return another === undefined ? {} : { handedToo: handed, another };
}

/** The offices of a step of which others, whom nothing bars, would let it be taken: as many as it wants. */
function whereAnother(
  step: StepDefinition,
  parties: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null,
): readonly string[] {
  const named = step.substitute === null ? step.who : [...step.who, step.substitute];
  const offices = named.flatMap((who) => seatsOf(who, parties, staff, relations, subject).map(({ office }) => office));
  const count = step.agreement.kind === 'quorum' ? step.agreement.count : 1;
  return [...new Set(offices)].filter((office) => {
    const others = Array.from({ length: count }, (_, n) => newcomerTo(office, n, staff));
    const among = { ...staff, tenures: [...staff.tenures, ...others] };
    return eligible(step, parties, among, relations, subject) !== null;
  });
}

function newcomerTo(office: string, n: number, { day }: Staff) {
  // no account's id
  return { person: `${office}/another-${n}`, office, roles: [], from: day, to: null, act: null };
}
