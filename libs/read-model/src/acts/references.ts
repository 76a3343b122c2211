import type { ActReference } from '#domain';

/** An act that an event names. */
export interface NamedAct {
  readonly act: ActReference;
  readonly shareId: string | null;
  /** Of the document that the event was read from. */
  readonly line: number | null;
  /** Words cite it; else something was done by it. */
  readonly cited: boolean;
}

/** Every act that an event's data names, wherever it stands: events newer than this code name acts in other places. */
export function actsNamedIn(data: object): readonly NamedAct[] {
  return [...namedIn(data, { shareId: null, line: null, cited: false })];
}

function* namedIn(value: unknown, around: Omit<NamedAct, 'act'>): Generator<NamedAct> {
  if (typeof value !== 'object' || value === null) return;
  if (isReference(value)) return yield { act: value, ...around };
  const { shareId, source } = value as { readonly shareId?: unknown; readonly source?: { readonly line?: unknown } };
  const here = {
    shareId: typeof shareId === 'string' ? shareId : around.shareId,
    line: typeof source?.line === 'number' ? source.line : around.line,
  };
  // what words cite stands in a list of that name, wherever the words stand
  for (const [name, inner] of Object.entries(value))
    yield* namedIn(inner, { ...here, cited: around.cited || name === 'acts' });
}

function isReference(value: object): value is ActReference {
  const { kind, number, date } = value as Partial<Record<keyof ActReference, unknown>>;
  const dated = date === null || typeof date === 'string';
  return typeof kind === 'string' && typeof number === 'string' && dated && Object.keys(value).length === 3;
}
