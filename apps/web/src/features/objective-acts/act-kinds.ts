import { mayAnswer } from '#domain';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { withoutTwins } from '../acts/without-twins.js';
import type { Objective } from '../objectives/offers.js';

type Definition = Answer<'workflow'>['definition'];
type Verb = Definition['objective']['transitions'][number]['verb'];

const LASTING_MS = 5 * 60_000;
const NONE: readonly string[] = [];

/** A published version; undefined until it is known, or where there is none to ask for. */
function useDefinition(ref: { readonly id: string; readonly version: number } | null): Definition | undefined {
  const asked = { params: { workflowId: ref?.id ?? '', version: ref?.version ?? 1 } };
  return useQuery({ ...query('workflow', asked), enabled: ref !== null, staleTime: LASTING_MS }).data?.definition;
}

/** The version that what begins now is of. */
export function useDefinitionInForce(): Definition | undefined {
  const known = useQuery({ ...query('workflows', {}), staleTime: LASTING_MS }).data?.workflows;
  return useDefinition(known?.find(({ inForce }) => inForce) ?? null);
}

/** Whether an office can answer for shares: none does that evaluates, or decides for the body. */
export function useMayAnswer(): (office: string) => boolean {
  const offices = useDefinitionInForce()?.offices ?? [];
  return (office) => mayAnswer(office, offices);
}

/** Kinds of act of which a transition of this objective takes one; none: any will do. */
export function useActKinds({ workflow }: Objective, verb: Verb): readonly string[] {
  const definition = useDefinition(workflow);
  const asking = definition?.objective.transitions.filter((one) => one.verb === verb) ?? [];
  return withoutTwins(asking.flatMap(({ act }) => act?.kinds ?? NONE));
}

/** How long work may rest without an act, in days; undefined: as long as with one. */
export function useUnratifiedDays({ workflow }: Objective): number | undefined {
  return useDefinition(workflow)?.objective.suspension?.unratifiedDays;
}
