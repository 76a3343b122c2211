import { anyOf, idInWords, type Facts, type Language } from '#contract';
import type { Office, WorkflowDefinition } from '#domain';

const OFFICES = ['office', 'approver'] as const;
const ANY_OF = 'who';
const STEPS = ['step', 'awaited'] as const;

/** Whether a refusal names an office, whose name is to be looked up. */
export function namesOffices(facts: Facts): boolean {
  return [...OFFICES, ANY_OF].some((fact) => facts[fact] !== undefined);
}

/** Offices and steps as people call them, instead of their ids. */
export function namesIn(
  facts: Facts,
  offices: readonly Office[],
  { chains }: Pick<WorkflowDefinition, 'chains'>,
  language: Language,
): Facts {
  const steps = Object.values(chains).flatMap((chain) => chain.steps);
  const nameOf = (id: string) => {
    const name = offices.find((office) => office.id === id)?.name;
    return name === undefined || name === id ? idInWords(id) : name;
  };
  const stepName = (id: string) => steps.find((step) => step.id === id)?.name[language] ?? idInWords(id);
  const told = (names: readonly string[], called: (id: string) => string) =>
    names.flatMap((name) => (typeof facts[name] === 'string' ? [[name, called(facts[name])] as const] : []));
  const who = typeof facts[ANY_OF] === 'string' ? anyOf(facts[ANY_OF], language, nameOf) : null;
  return Object.fromEntries([
    ...told(OFFICES, nameOf),
    ...told(STEPS, stepName),
    ...(who === null ? [] : [[ANY_OF, who] as const]),
  ]);
}
