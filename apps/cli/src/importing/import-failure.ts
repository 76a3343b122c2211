export type ImportFailureCode =
  | 'import/file-unreadable'
  | 'import/answers-unreadable'
  | 'import/no-token'
  | 'import/not-reachable'
  | 'import/refused';

/** An import that could not be tried to its end; the message is one sentence for the person who started it. */
export class ImportFailure extends Error {
  override readonly name = 'ImportFailure';
  constructor(
    readonly code: ImportFailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
