import { DEGREE, formatHundredths, parseHundredths, POSITIVE, type Decimal } from '#domain';

/**
 * Mean of percentages by weight, rounded half up to two places; what was never reported counts as 0.
 *
 * @returns null where nothing has a weight
 */
export function weightedMean(
  shares: readonly { readonly weight: Decimal | null; readonly percent: Decimal | null }[],
): Decimal | null {
  const weighted = shares.flatMap(({ weight, percent }) =>
    weight === null
      ? []
      : [
          {
            weight: parseHundredths(weight, 'weight', POSITIVE),
            percent: parseHundredths(percent ?? '0', 'percent', DEGREE),
          },
        ],
  );
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0n);
  if (total === 0n) return null;
  const sum = weighted.reduce((points, { weight, percent }) => points + weight * percent, 0n);
  return formatHundredths((2n * sum + total) / (2n * total));
}

/** What the weights add up to. */
export function totalWeight(shares: readonly { readonly weight: Decimal | null }[]): Decimal {
  return formatHundredths(
    shares.reduce((sum, { weight }) => sum + (weight === null ? 0n : parseHundredths(weight, 'weight', POSITIVE)), 0n),
  );
}
