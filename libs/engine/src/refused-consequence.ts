import type { RecordedEvent } from '#event-store';
import type { Kind } from './kinds.js';

/** What should follow from an event in another stream, and the rules there refuse: overtaken by what happened to it. Someone should know. */
export interface RefusedConsequence {
  readonly cause: RecordedEvent;
  readonly kind: Kind;
  readonly id: string;
  /** Of the refusal. */
  readonly code: string;
}
