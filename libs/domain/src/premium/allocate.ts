import { compareText } from '../text.js';

/** What a share brings to the division of a fund, in hundredths. */
export interface Portion {
  readonly shareId: string;
  readonly weight: bigint;
  /** 0 to 10,000. */
  readonly degree: bigint;
}

export interface Allocation {
  /** Cents; `total + savings` is the fund. */
  readonly total: bigint;
  readonly savings: bigint;
  /** Cents by share id; they add up to `total`. */
  readonly amounts: ReadonlyMap<string, bigint>;
  /** What each would get by the full degree, each rounded half up alone. */
  readonly fullAmounts: ReadonlyMap<string, bigint>;
}

const FULL_DEGREE = 10_000n;

/**
 * Divides a fund by weight × degree. What the degrees leave unearned is saved:
 * total = fund × Σ(weight × degree) / (Σ weight × 100), rounded half up to the cent.
 * The cents of the total go by largest remainder; equal remainders by share id.
 *
 * @param fund  in cents, not negative
 * @param portions  weights above zero, share ids unique
 * @param setAside  portions whose part the fund lacks: what they leave unearned is saved as anyone's
 */
export function allocate(fund: bigint, portions: readonly Portion[], setAside: readonly Portion[] = []): Allocation {
  const points = portions.map(({ shareId, weight, degree }) => ({ shareId, points: weight * degree }));
  const earned = points.reduce((sum, portion) => sum + portion.points, 0n);
  const weights = [...portions, ...setAside].reduce((sum, { weight }) => sum + weight, 0n);
  const assigned = setAside.reduce((left, { weight, degree }) => left - weight * degree, weights * FULL_DEGREE);
  const total = assigned === 0n ? 0n : roundHalfUp(fund * earned, assigned);
  const amounts = divide(
    total,
    points.map(({ shareId, points: count }) => ({ id: shareId, points: count })),
  );
  const fullAmounts = portions.map(({ shareId, weight }) => {
    const full = assigned === 0n ? 0n : roundHalfUp(fund * weight * FULL_DEGREE, assigned);
    return [shareId, full] as const;
  });
  return { total, savings: fund - total, amounts, fullAmounts: new Map(fullAmounts) };
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/** Divides an amount by points, to the cent: by largest remainder, equal remainders by id. Without any point nobody gets anything. */
export function divide(
  total: bigint,
  portions: readonly { readonly id: string; readonly points: bigint }[],
): ReadonlyMap<string, bigint> {
  const sum = portions.reduce((all, { points }) => all + points, 0n);
  if (sum === 0n) return new Map(portions.map(({ id }) => [id, 0n]));
  const quotas = portions.map(({ id, points }) => ({
    id,
    cents: (total * points) / sum,
    remainder: (total * points) % sum,
  }));
  const left = total - quotas.reduce((cents, quota) => cents + quota.cents, 0n);
  const inOrder = quotas.toSorted((a, b) => compareBigint(b.remainder, a.remainder) || compareText(a.id, b.id));
  return new Map(inOrder.map(({ id, cents }, rank) => [id, BigInt(rank) < left ? cents + 1n : cents]));
}

function compareBigint(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
