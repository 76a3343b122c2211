import { DEGREE, formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import type { Decimal } from '../values.js';
import { divide } from './allocate.js';
import { sumOf } from './evaluated.js';
import type { SettledRun } from './messages.js';

/** What a reserve has for a share, in cents. */
export interface FromReserve {
  /** What the full degree makes of what was set aside. */
  readonly full: bigint;
  /** What it gets at most, by whatever degree. */
  readonly ceiling: bigint;
}

/**
 * What a run's reserve has for each share that waited, by its id. Whatever is set aside beyond what they wait for is theirs by how
 * much more each could get. It depends on that run alone: neither on who is settled first, nor on anybody else's degree.
 */
export function reserveFor({
  reserve,
  awaited,
}: Pick<SettledRun, 'reserve' | 'awaited'>): ReadonlyMap<string, FromReserve> {
  const shares = awaited.map(({ shareId, amount, degree }) => {
    const setAside = parseHundredths(amount, 'amount');
    return {
      shareId,
      setAside,
      full: roundedPart(setAside, DEGREE.max, parseHundredths(degree ?? '', 'degree', POSITIVE)),
    };
  });
  const couldGet = shares.map(({ shareId, setAside, full }) => ({ id: shareId, points: full - setAside }));
  const most = couldGet.reduce((sum, { points }) => sum + points, 0n);
  const beyond = parseHundredths(reserve, 'reserve') - sumOf(awaited);
  const more = beyond <= 0n ? new Map<string, bigint>() : divide(beyond < most ? beyond : most, couldGet);
  return new Map(
    shares.map(({ shareId, setAside, full }) => [shareId, { full, ceiling: setAside + (more.get(shareId) ?? 0n) }]),
  );
}

/** What a degree makes of that, rounded half up to the cent, up to the ceiling. */
export function madeOf({ full, ceiling }: FromReserve, degree: Decimal): bigint {
  const by = roundedPart(full, parseHundredths(degree, 'degree', DEGREE), DEGREE.max);
  return by < ceiling ? by : ceiling;
}

/** As an entry says it, for whoever is judged anew. */
export function measureOf({ full, ceiling }: FromReserve) {
  return { fullAmount: formatMoney(full), ...(ceiling < full && { ceiling: formatMoney(ceiling) }) };
}

function roundedPart(cents: bigint, part: bigint, whole: bigint): bigint {
  return (2n * cents * part + whole) / (2n * whole);
}
