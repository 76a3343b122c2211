export type WorkflowFailureCode =
  | 'workflow/file-unreadable'
  | 'workflow/not-usable'
  | 'workflow/unknown-part'
  | 'workflow/not-reachable'
  | 'workflow/not-taken';

/** A workflow command that could not be tried to its end; the message is one sentence for the person who started it. */
export class WorkflowFailure extends Error {
  override readonly name = 'WorkflowFailure';
  constructor(
    readonly code: WorkflowFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
