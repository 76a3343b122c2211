/** As much of a workflow's definition as is looked at: whatever else it has may name somebody. */
interface Definition {
  readonly offices: readonly { readonly id: string }[];
}

/** Every office that a definition names: with a function of its own, for a transition, at a step or instead of somebody. */
export function officesNamed({ offices, ...places }: Definition): readonly string[] {
  return [...new Set([...offices.map(({ id }) => id), ...namedIn(places)])];
}

/** Participants stand at many places, all alike: `{ office }`. */
function namedIn(place: unknown): readonly string[] {
  if (Array.isArray(place)) return place.flatMap(namedIn);
  if (typeof place !== 'object' || place === null) return [];
  return Object.entries(place).flatMap(([key, value]) =>
    key === 'office' && typeof value === 'string' ? [value] : namedIn(value),
  );
}

/** Those of them that a body does not have; none while no definition is known. */
export function officesMissing(
  definition: Definition | null | undefined,
  known: readonly { readonly id: string }[],
): readonly string[] {
  return (definition ? officesNamed(definition) : []).filter((named) => !known.some(({ id }) => id === named));
}
