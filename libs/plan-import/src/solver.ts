/** One way to read an ambiguity, as what it adds to each area; ambiguities and areas by their place in the lists. */
export type Contribution = ReadonlyMap<number, number>;

export interface Puzzle {
  /** For each ambiguity the contributions of its options, in hundredths, the most likely option first. */
  readonly ambiguities: readonly (readonly Contribution[])[];
  /** What each area has under every reading, in hundredths. */
  readonly base: readonly number[];
  /** The most it may have; null where no limit is known. */
  readonly ceilings: readonly (number | null)[];
}

export interface Solution {
  /** All combinations of options. */
  readonly enumerated: number;
  /** Those that leave no area above its ceiling. */
  readonly withinCeilings: number;
  /** Those among them that bring every area exactly to its ceiling. */
  readonly saturating: number;
  /** For each ambiguity the options that some reading within the ceilings has. */
  readonly feasible: readonly (readonly number[])[];
  /** For each ambiguity the option of the best reading; null where no reading is within the ceilings. */
  readonly proposal: readonly number[] | null;
  /** For each ambiguity whether its areas come exactly to their ceilings under one reading only. */
  readonly unique: readonly boolean[];
  /** False where the combinations were too many to be told apart; then the counts are lower bounds. */
  readonly complete: boolean;
}

interface State {
  readonly sums: readonly number[];
  ways: number;
  /** How far from the likeliest options; of two ways to the same sums the likelier is kept. */
  doubt: number;
  from: State | null;
  option: number;
  alive: boolean;
}

/** Different sums kept after each ambiguity: enough for any plan, little for a text made to explode. */
const MOST_STATES = 5_000;

/**
 * Weighs all readings against the ceilings. Weights are never negative, so what exceeds a ceiling is dropped at once;
 * readings with equal sums so far are counted together. Ambiguities that share no area are solved apart.
 */
export function solve(puzzle: Puzzle): Solution {
  const groups = groupsOf(puzzle);
  const feasible: number[][] = puzzle.ambiguities.map(() => []);
  const unique: boolean[] = puzzle.ambiguities.map(() => false);
  const proposal: number[] = puzzle.ambiguities.map(() => 0);
  const touched = new Set(groups.flatMap(({ areas }) => areas));
  let withinCeilings = 1;
  let saturating = 1;
  let complete = true;
  puzzle.base.forEach((sum, area) => {
    const ceiling = puzzle.ceilings[area] ?? null;
    if (touched.has(area)) return;
    if (ceiling !== null && sum > ceiling) withinCeilings = 0;
    if (ceiling === null || sum !== ceiling) saturating = 0;
  });
  for (const group of groups) {
    const solved = solveGroup(puzzle, group);
    withinCeilings *= solved.within;
    saturating *= solved.saturating;
    complete &&= solved.complete;
    group.members.forEach((ambiguity, place) => {
      feasible[ambiguity] = solved.feasible[place] ?? [];
      proposal[ambiguity] = solved.best[place] ?? 0;
      unique[ambiguity] = solved.saturating === 1 && solved.complete;
    });
  }
  return {
    enumerated: capped(puzzle.ambiguities.reduce((product, options) => product * options.length, 1)),
    withinCeilings: capped(withinCeilings),
    saturating: withinCeilings === 0 ? 0 : capped(saturating),
    feasible,
    proposal: withinCeilings === 0 ? null : proposal,
    unique,
    complete,
  };
}

interface Group {
  readonly members: number[];
  readonly areas: number[];
}

/** Ambiguities that touch a common area, directly or through others. */
function groupsOf({ ambiguities }: Puzzle): Group[] {
  const groups: Group[] = [];
  ambiguities.forEach((options, index) => {
    const areas = new Set(options.flatMap((option) => [...option.keys()]));
    const joined = groups.filter((group) => group.areas.some((area) => areas.has(area)));
    for (const group of joined) {
      groups.splice(groups.indexOf(group), 1);
      for (const area of group.areas) areas.add(area);
    }
    groups.push({
      members: [...joined.flatMap(({ members }) => members), index].sort((a, b) => a - b),
      areas: [...areas],
    });
  });
  return groups;
}

function solveGroup({ ambiguities, base, ceilings }: Puzzle, { members, areas }: Group) {
  const limits = areas.map((area) => ceilings[area] ?? null);
  // An area without a ceiling cannot tell readings apart.
  const counts = (sums: readonly number[]) => sums.map((sum, place) => (limits[place] === null ? 0 : sum));
  const start = counts(areas.map((area) => base[area] ?? 0));
  const fits = (sums: readonly number[]) => sums.every((sum, place) => sum <= (limits[place] ?? Infinity));
  let complete = true;
  let layer = new Map<string, State>();
  if (fits(start)) layer.set(start.join(), { sums: start, ways: 1, doubt: 0, from: null, option: 0, alive: false });
  const steps: { readonly option: number; readonly from: State; readonly to: State }[][] = [];
  for (const member of members) {
    const next = new Map<string, State>();
    const taken: { option: number; from: State; to: State }[] = [];
    for (const state of layer.values()) {
      (ambiguities[member] ?? []).forEach((contribution, option) => {
        const sums = counts(state.sums.map((sum, place) => sum + (contribution.get(areas[place] ?? -1) ?? 0)));
        if (!fits(sums)) return;
        const key = sums.join();
        const known = next.get(key);
        if (known === undefined && next.size >= MOST_STATES) {
          complete = false;
          return;
        }
        const doubt = state.doubt + option;
        const to = known ?? { sums, ways: 0, doubt: Infinity, from: null, option: 0, alive: false };
        to.ways += state.ways;
        if (doubt < to.doubt) Object.assign(to, { doubt, from: state, option });
        next.set(key, to);
        taken.push({ option, from: state, to });
      });
    }
    steps.push(taken);
    layer = next;
  }
  const ends = [...layer.values()];
  const reached = ({ sums }: State) =>
    sums.filter((sum, place) => limits[place] !== null && sum === limits[place]).length;
  const limited = limits.filter((limit) => limit !== null).length;
  const full = ends.filter((state) => reached(state) === areas.length);
  const [best] = [...ends].sort((a, b) => (limited === 0 ? 0 : reached(b) - reached(a)) || a.doubt - b.doubt);
  return {
    complete,
    within: sum(ends),
    saturating: sum(full),
    best: best === undefined ? [] : optionsOf(best),
    feasible: feasibleOptions(steps, ends),
  };
}

/** Backwards from the ends: only steps that lead somewhere count. */
function feasibleOptions(
  steps: readonly (readonly { option: number; from: State; to: State }[])[],
  ends: readonly State[],
): number[][] {
  for (const end of ends) end.alive = true;
  const feasible: number[][] = [];
  for (const taken of [...steps].reverse()) {
    const options = new Set<number>();
    for (const { option, from, to } of taken) {
      if (!to.alive) continue;
      from.alive = true;
      options.add(option);
    }
    feasible.unshift([...options].sort((a, b) => a - b));
  }
  return feasible;
}

function optionsOf(end: State): number[] {
  const options: number[] = [];
  for (let state: State = end; state.from !== null; state = state.from) options.unshift(state.option);
  return options;
}

function sum(states: readonly State[]): number {
  return states.reduce((total, { ways }) => total + ways, 0);
}

function capped(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
