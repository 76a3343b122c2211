import type { ApprovalNotice, LocalDate } from '#domain';

/** What an office is still to be told of a time-out, or of what came back. */
export interface DueNotice extends ApprovalNotice {
  readonly office: string;
  /** From which it is told; of the term of a return, the first it may be. */
  readonly day: LocalDate;
}
