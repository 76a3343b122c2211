import type { routes } from '#contract';
import type { KeptForm } from '../drafts/use-kept-form.js';
import type { TypedChange } from './typed-change.js';

export interface TypedRequest {
  readonly reason: string;
  readonly changes: readonly TypedChange[];
  /** When it was asked for, where that is recorded later; empty: today. */
  readonly occurredOn: string;
}

export type RequestKept = KeptForm<TypedRequest, (typeof routes.requestVariation.body)['_output']>;

export interface ChangeProps {
  readonly form: RequestKept;
  readonly index: number;
  /** Whether what is sent lacks something there: `to`, `share.areaId`. */
  readonly isWrong: (path: string) => boolean;
}
