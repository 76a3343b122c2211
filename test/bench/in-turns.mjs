// Two sides measured one after the other over and over, so that what the host is like at the moment comes to both.

/** @param sides  what measures each of them once @returns what each round measured, by side */
export async function inTurns(rounds, sides) {
  const measured = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, measure] of Object.entries(sides)) measured[side].push(await measure());
  }
  return measured;
}

/** The median of each figure. */
export function medians(results) {
  return Object.fromEntries(
    Object.keys(results[0]).map((figure) => [figure, median(results.map((each) => each[figure]))]),
  );
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
