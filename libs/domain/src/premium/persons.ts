import { addDays, daysBetween } from '../calendar/civil.js';
import { formatMoney, parseHundredths } from '../decimal.js';
import type { Holding } from '../objective/moves.js';
import type { Credited, Tenure } from '../organisation/staff.js';
import { stretchesOf } from '../organisation/who-held.js';
import type { LocalDate } from '../values.js';
import { divide } from './allocate.js';
import { partsOf } from './credits.js';
import type { PersonCredit, PersonHeld, PremiumEntry, RunStanding } from './messages.js';

/** The plan's time. */
interface Period extends Readonly<RunStanding['period']> {
  /** The last day that counts of a share that came to its office only after it; absent: the day on which it came. */
  readonly until?: LocalDate;
}

/**
 * Who held the offices that answered for a share in the plan's time, as it is known today, oldest first. What was given to an office
 * only after it was worked on after it: by days since then.
 */
export function personsOf(
  holdings: readonly Holding[],
  areaId: string,
  tenures: readonly Tenure[],
  period: Period,
): readonly PersonHeld[] {
  const times = answering(holdings, areaId, period);
  const offices = [...new Set(times.map(({ office }) => office))];
  return inOrder(offices.flatMap((office) => timesOf(timesFor(office, times, period), tenures))).map((time) =>
    told(time),
  );
}

/**
 * The same with the amounts, of each office's part by itself. Nobody is paid by it: a run pays offices.
 *
 * @param entry  as the run has it: which offices it pays does not change with who is known to have answered today
 */
export function personCredits(
  entry: Pick<PremiumEntry, 'areaId' | 'amount' | 'credits'>,
  holdings: readonly Holding[],
  tenures: readonly Tenure[],
  period: Period,
): readonly PersonCredit[] {
  const times = answering(holdings, entry.areaId, period);
  const parts = partsOf(entry).flatMap((part) => {
    const own = timesOf(timesFor(part.office, times, period), tenures);
    const cents = divide(
      parseHundredths(part.amount, 'amount'),
      own.map(({ points }, at) => ({ id: idAt(at), points })),
    );
    return own.map((time, at) => ({ ...time, amount: formatMoney(cents.get(idAt(at)) ?? 0n) }));
  });
  return inOrder(parts).map((time) => ({ ...told(time), amount: time.amount }));
}

const idAt = (at: number) => String(at).padStart(4, '0');

/** The offices that answered, each with its times in the plan's: its area's all of it where the log does not know. */
function answering(holdings: readonly Holding[], areaId: string, { from, to, until }: Period): readonly Credited[] {
  const known = holdings.flatMap((one) => (one.from === null ? [] : [{ ...one, from: one.from }]));
  if (known.length === 0 || known.length < holdings.length) return [{ office: areaId, from, to }];
  const within = known.map((one) => ({
    office: one.office,
    from: one.from < from ? from : one.from,
    to: one.to === null || one.to > to ? to : one.to,
  }));
  const times = within.filter((one) => one.from <= one.to);
  const last = known.at(-1);
  if (times.length > 0 || last === undefined) return times;
  // given to somebody after the plan's time only
  const ends = [last.to, until].filter((day) => day != null).toSorted()[0] ?? last.from;
  return [{ office: last.office, from: last.from, to: ends < last.from ? last.from : ends }];
}

/** A run may have paid an office that, as it is known today, did not answer. */
function timesFor(office: string, times: readonly Credited[], { from, to }: Period): readonly Credited[] {
  const own = times.filter((time) => time.office === office);
  return own.length > 0 ? own : [{ office, from, to }];
}

interface Time extends Credited {
  readonly person: string | null;
  readonly points: bigint;
}

/** By person; times that follow one another are one. */
function timesOf(times: readonly Credited[], tenures: readonly Tenure[]): readonly Time[] {
  const stretches = times.flatMap((time) => stretchesOf(time, tenures));
  // so that a day of several divides without a rest
  const whole = [...new Set(stretches.map(({ persons }) => persons.length))].reduce((all, n) => all * BigInt(n), 1n);
  const found: Time[] = [];
  for (const { office, from, to, persons } of stretches) {
    const points = (BigInt(daysBetween(from, to) + 1) * whole) / BigInt(persons.length);
    for (const person of persons) {
      const before = found.findLastIndex((time) => time.person === person && addDays(time.to, 1) === from);
      const earlier = found[before];
      if (earlier === undefined) found.push({ office, from, to, person, points });
      else found[before] = { ...earlier, to, points: earlier.points + points };
    }
  }
  return found;
}

function inOrder<T extends Credited>(times: readonly T[]): readonly T[] {
  return times.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

function told({ person, office, from, to }: Time): PersonHeld {
  return { person, office, from, to, days: daysBetween(from, to) + 1 };
}
