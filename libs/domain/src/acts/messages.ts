import type { ActReference, Actor, Evidence, Instant, LocalDate } from '../values.js';

interface Issued {
  readonly by: Actor;
  readonly at: Instant;
}

/** What an act says of itself. */
export interface ActDetails {
  /** Who decided it: `Giunta comunale`. */
  readonly organ: string;
  readonly title: string;
  /** From when it has effect; null: from its date. */
  readonly effectiveFrom: LocalDate | null;
}

export type RelationOfAct =
  /** Names it. */
  | 'cites'
  /** Says what it is: an objective's indicators, a plan's rules. */
  | 'defines'
  | 'amends'
  | 'repeals'
  | 'carries-out';

/** What an act has to do with: another act, or what the act is about. */
export type RelatedTo = { readonly act: ActReference } | { readonly planId: string } | { readonly objectiveId: string };

export type ActCommand = Issued &
  (
    | ({
        readonly type: 'act.register';
        readonly act: ActReference;
        /** The act itself, where it is at hand: without it the act stays a debt. */
        readonly file: Evidence | null;
      } & ActDetails)
    | ({
        readonly type: 'act.correct';
        readonly date: LocalDate;
        readonly reason: string;
        /** In the place of one that is not the act's; absent: the file stays. */
        readonly file?: Evidence;
      } & ActDetails)
    | { readonly type: 'act.attach-file'; readonly file: Evidence }
    | {
        readonly type: 'act.relate';
        readonly relation: RelationOfAct;
        readonly to: RelatedTo;
        /** Of an act, its date in the register; absent: it is not there, or to be believed as told. */
        readonly toDated?: LocalDate;
      }
  );

export type ActEvent =
  | {
      readonly type: 'act.registered.v1';
      readonly data: {
        readonly act: ActReference & { readonly date: LocalDate };
        readonly file: Evidence | null;
      } & ActDetails;
    }
  | {
      readonly type: 'act.corrected.v1';
      /** `file` where the act has another since. */
      readonly data: { readonly date: LocalDate; readonly reason: string; readonly file?: Evidence } & ActDetails;
    }
  | { readonly type: 'act.file-attached.v1'; readonly data: { readonly file: Evidence } }
  | {
      readonly type: 'act.related.v1';
      readonly data: { readonly relation: RelationOfAct; readonly to: RelatedTo };
    };
