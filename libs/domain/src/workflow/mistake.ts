import type { LimitCode } from './limits/laws.js';

/** How a definition can fail to lead somewhere. The codes are public. */
export type ShapeCode =
  | 'workflow/same-id'
  | 'workflow/unknown-office'
  | 'workflow/unknown-role'
  | 'workflow/no-such-relation'
  | 'workflow/unknown-state'
  | 'workflow/unreachable-state'
  | 'workflow/dead-end'
  | 'workflow/never-closed'
  | 'workflow/way-missing'
  | 'workflow/verb-leads-elsewhere'
  | 'workflow/ambiguous-transition'
  | 'workflow/nobody-does'
  | 'workflow/who-not-asked'
  | 'workflow/act-not-asked'
  | 'workflow/never-from'
  | 'workflow/return-leads-nowhere'
  | 'workflow/act-does-not-liquidate'
  | 'workflow/cannot-approve'
  | 'workflow/only-the-first-acts'
  | 'workflow/members-unknown'
  | 'workflow/quorum-too-high'
  | 'workflow/weights-too-low'
  | 'workflow/without-weight'
  | 'workflow/weight-of-nobody'
  | 'workflow/timeout-without-term'
  | 'workflow/timeouts-not-rising'
  | 'workflow/after-the-end'
  | 'workflow/silence-never-comes'
  | 'workflow/same-substitute'
  | 'workflow/substitute-elsewhere'
  | 'workflow/already-asked'
  | 'workflow/not-an-earlier-step'
  | 'workflow/too-few-people'
  | 'workflow/outcome-not-for-subject'
  | 'workflow/unratified-too-long'
  | 'workflow/evaluates-without-chain'
  | 'workflow/conciliator-evaluates'
  | 'workflow/several-segretari';

export type WorkflowMistakeCode = ShapeCode | LimitCode;

/** What is no mistake, and may leave a body where nobody can go on. The codes are public. */
export type AdviceCode =
  | 'workflow/nobody-pays-instead'
  | 'workflow/nobody-for-segretario'
  | 'workflow/own-variation'
  | 'workflow/never-taken'
  | 'workflow/one-person-twice'
  | 'workflow/calls-nobody'
  | 'workflow/own-evaluation'
  | 'workflow/conductor-evaluates'
  | 'workflow/hearing-never-due'
  | 'workflow/cut-off-too-early';

/** Names what lies where: `['chains', 'plan', 'steps', 0, 'who']`. */
export type DefinitionPath = readonly (string | number)[];

/** Something that a body may want otherwise before it is too late. */
export interface Advice {
  readonly code: AdviceCode;
  readonly path: DefinitionPath;
  readonly facts: Readonly<Record<string, string>>;
}

/** Something in a definition that has to be put right before it can be published. */
export interface WorkflowMistake {
  readonly code: WorkflowMistakeCode;
  readonly path: DefinitionPath;
  readonly facts: Readonly<Record<string, string | number>>;
  /** The parts that must be known as a whole for this to be one: it says that something lacks there. */
  readonly needs: readonly DefinitionPath[];
}

export function mistake(
  code: WorkflowMistakeCode,
  path: DefinitionPath,
  facts: WorkflowMistake['facts'] = {},
  needs: readonly DefinitionPath[] = [],
): WorkflowMistake {
  return { code, path, facts, needs };
}

/** Every value that came before, with the index of its second coming. */
export function repeated(values: readonly string[]): readonly { readonly value: string; readonly index: number }[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [{ value, index }] : []));
}
