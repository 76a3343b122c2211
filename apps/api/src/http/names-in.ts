import { idInWords, type Facts, type Language } from '#contract';
import type { Office, WorkflowDefinition } from '#domain';

const OFFICES = ['office', 'approver'] as const;
const STEPS = ['step', 'awaited'] as const;

/** Whether a refusal names an office, whose name is to be looked up. */
export function namesOffices(facts: Facts): boolean {
  return OFFICES.some((fact) => facts[fact] !== undefined);
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
  return Object.fromEntries([...told(OFFICES, nameOf), ...told(STEPS, stepName)]);
}
