import { anyOf, idInWords, shareInWords, type Facts, type Language } from '#contract';
import type { NamedChain, NamedStep, Office, WorkflowDefinition } from '#domain';

const OFFICES = [
  'office',
  'ownOffice',
  'approver',
  'instead',
  'area',
  'areas',
  'offices',
  'anew',
  'afresh',
  'judging',
  'ownOffice',
  'foreseen',
  'former',
  'later',
  'vacant',
  'handed',
  'handedToo',
  'another',
  'lastBy',
] as const;
const ANY_OF = 'who';
const STEPS = ['step', 'awaited', 'certified', 'passed', 'steps'] as const;
const DOCUMENTS = ['document', 'documents'] as const;
const SHARES = ['share', 'uncertified'] as const;

/** Whether a refusal names an office, whose name is to be looked up. */
export function namesOffices(facts: Facts): boolean {
  return [...OFFICES, ANY_OF, ...SHARES].some((fact) => facts[fact] !== undefined);
}

/** What the body calls an office that it has. */
export function knownIn(offices: readonly Office[]): (id: string) => string | undefined {
  return (id) => {
    const name = offices.find((office) => office.id === id)?.name;
    return name === id ? idInWords(id) : name;
  };
}

/** What people call an office. */
export function calledIn(offices: readonly Office[]): (id: string) => string {
  const known = knownIn(offices);
  return (id) => known(id) ?? idInWords(id);
}

/**
 * Offices, steps, documents and shares as people call them, instead of their ids.
 *
 * @param chain  that is told of; absent: any that is in force
 */
export function namesIn(
  facts: Facts,
  offices: readonly Office[],
  { chains }: Pick<WorkflowDefinition, 'chains'>,
  language: Language,
  chain?: NamedChain,
): Facts {
  const meant: readonly NamedChain[] = chain === undefined ? Object.values(chains) : [chain];
  const steps = meant.flatMap((one) => one.steps);
  const documents = meant.flatMap((one) => one.documents ?? []);
  const nameOf = calledIn(offices);
  const named = (known: readonly NamedStep[]) => (id: string) =>
    known.find((one) => one.id === id)?.name[language] ?? idInWords(id);
  const told = (names: readonly string[], called: (id: string) => string) =>
    names.flatMap((name) => {
      const fact = facts[name];
      return typeof fact === 'string' ? [[name, fact.split(', ').map(called).join(', ')] as const] : [];
    });
  const who = typeof facts[ANY_OF] === 'string' ? anyOf(facts[ANY_OF], language, knownIn(offices)) : null;
  return Object.fromEntries([
    ...told(OFFICES, nameOf),
    ...told(STEPS, named(steps)),
    ...told(DOCUMENTS, named(documents)),
    ...told(SHARES, (id) => shareInWords(id, nameOf)),
    ...(who === null ? [] : [[ANY_OF, who] as const]),
  ]);
}
