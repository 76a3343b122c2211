import { relationNames, verbNames, type WorkflowDefinition } from '#domain';
import type { Path, Wording } from '../mistake.js';
import type { Facts } from './sentence.js';

const STEPS: readonly string[] = ['step', 'before'];
const PARTS: Readonly<Record<string, Wording>> = {
  evaluators: { it: 'chi valuta', en: 'who evaluates' },
  conciliators: { it: 'chi concilia', en: 'who conciliates' },
  conductors: { it: 'chi conduce la valutazione', en: 'who conducts the evaluation' },
};

/** Steps, offices, states and transitions of a definition by their names, for whoever has not its file before them. */
export function calledIn(
  { chains, offices, objective }: WorkflowDefinition,
  path: Path,
  facts: Facts,
  language: keyof Wording,
): Facts {
  const chain = path[0] === 'chains' ? Object.entries(chains).find(([subject]) => subject === path[1])?.[1] : undefined;
  const nameOf = (known: Readonly<Record<string, Wording>>, id: string) =>
    Object.hasOwn(known, id) ? known[id]?.[language] : undefined;
  const step = (id: string) => chain?.steps.find((one) => one.id === id)?.name[language];
  const office = (id: string) => offices.find((one) => one.id === id)?.names[0] ?? nameOf(relationNames, id);
  const state = (id: string) => objective.states.find((one) => one.id === id)?.name[language];
  const namers: Readonly<Record<string, (id: string) => string | undefined>> = {
    ...Object.fromEntries(STEPS.map((name) => [name, step])),
    office,
    pairs: office,
    from: state,
    verb: (id) => nameOf(verbNames, id),
    part: (id) => nameOf(PARTS, id),
  };
  const called = ([name, value]: [string, string | number]) => {
    const namer = namers[name];
    if (namer === undefined || typeof value === 'number') return [name, value] as const;
    // of several each: `giunta + personale; giunta + vicesegretario`, `approved, assigned`
    return [name, value.replace(/[^,;+\s][^,;+]*[^,;+\s]/g, (id) => namer(id) ?? id)] as const;
  };
  return Object.fromEntries(Object.entries(facts).map(called));
}
