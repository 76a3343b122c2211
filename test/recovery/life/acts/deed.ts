import type { ActReference, ObjectiveCommand, VariationCommand, WorkflowRef } from '#domain';
import { example } from '#domain/testing';
import { chainOf, known, type Subject, type Version } from '../approving.js';
import type { Change, Model, ShareId } from '../model.js';
import { actor, staff, type Office, type Person } from '../people.js';

/** What somebody does, of which an act takes what it needs. */
export interface Deed {
  readonly by: Person;
  readonly id: ShareId;
  /** Who is given a step, which office a share, and how many days ago. */
  readonly to: Person;
  readonly office: Office;
  readonly daysAgo: number;
  readonly version: Version;
  readonly change: Change;
  /** Which of the variations, if there are so many. */
  readonly index: number;
}

export type Sent =
  | { readonly kind: 'objective'; readonly command: ObjectiveCommand }
  | { readonly kind: 'variation'; readonly index: number; readonly command: Unsurrounded }
  /** What happened has its consequences in other streams. */
  | { readonly kind: 'reactions' };

/** What other streams say is added when it is sent. */
type Unsurrounded = VariationCommand extends infer Command
  ? Command extends { readonly surroundings: unknown }
    ? Omit<Command, 'surroundings'>
    : Command
  : never;

export interface Act {
  readonly send: (deed: Deed, model: Model, n: number) => Sent;
  /** The model after it; null: it must be refused. */
  readonly after: (model: Model, deed: Deed) => Model | null;
  /** Whether it makes sense to send it at all. */
  readonly isPossible?: (model: Model, deed: Deed) => boolean;
}

export const shareOf = { area: example.REGISTRY, segretario: example.SECRETARY } as const;

export function issued(by: Person, { today }: Model) {
  return { by: actor(by), at: `${today}T08:00:00.000Z`, staff };
}

export function actOf(today: string, kind = 'DGC', number = '40'): ActReference {
  return { kind, number, date: today };
}

/** The act that the body asks for to end something: the first version names it, the others none or one that is not asked for. */
export function lastActOf({ version }: Deed, { today }: Model, kind: string): ActReference | null {
  return version === 2 ? null : actOf(today, version === 1 ? kind : 'DGC');
}

/** A chain of the model as a body would write it. */
export function chain(subject: Subject, wanted: Version) {
  const version = known(subject, wanted);
  const steps = chainOf(subject, version).map(({ id, office, substitute, quorum, byAct, outcomes }) => ({
    id,
    name: { it: id, en: id },
    who: [{ office }],
    agreement: quorum === undefined ? ({ kind: 'one' } as const) : ({ kind: 'quorum', count: quorum } as const),
    order: 'parallel' as const,
    substitute: substitute === undefined ? null : { office: substitute },
    term: null,
    onTimeout: [],
    outcomes,
    act: byAct === true ? { kinds: ['DGC'] } : null,
  }));
  return { id: subject, version, steps };
}

export function workflow(subject: Subject, wanted: Version): WorkflowRef {
  return { id: 'comune', version: known(subject, wanted) };
}

/** With the chain that what is handed in sets out through. */
export function through(subject: Subject, version: Version) {
  return { through: { chain: chain(subject, version), workflow: workflow(subject, version), staff } };
}
