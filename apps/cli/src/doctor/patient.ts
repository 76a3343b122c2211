import type { StackOptions } from '../supervisor/stack-options.js';

/** Whom the doctor looks at. */
export interface Patient {
  readonly body: string;
  /** Of the body. */
  readonly folder: string;
  /** As a start would read it. */
  readonly options: StackOptions;
  readonly now: number;
}
