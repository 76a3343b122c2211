import type { ActReference, LocalDate } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { ApprovalSubject, OfficeDefinition } from '../workflow/definition.js';

/** Who holds what on one day: comes with a command that depends on it, as the time does. */
export interface Staff {
  readonly day: LocalDate;
  readonly offices: readonly OfficeDefinition[];
  /**
   * Offices that an earlier version of the workflow has evaluate, as long as something under way follows it: whatever keeps somebody
   * from evaluating keeps them from it in these as well. Absent: none.
   */
  readonly stillEvaluating?: readonly string[];
  readonly tenures: readonly Tenure[];
  readonly delegations: readonly Delegation[];
  /** Persons whose premium depends on objectives: by their role, or by an office that answers for one. */
  readonly beneficiaries: readonly string[];
  /** Whose premium depends on objectives, by the plans of today. Absent: that is not known. */
  readonly answering?: Answering;
  /** Of the workflow in force: whom it names to liquidate; none: whoever has the permission. Absent: that is not known. */
  readonly payers?: readonly Participant[];
  /** Of the workflow in force: who pays where duty separation bars all whom it names to liquidate. Absent: nobody. */
  readonly payerInstead?: Participant;
  /** Persons whose account is not in use: what they hold stays theirs, and they cannot act. Absent: none. */
  readonly disabled?: readonly string[];
}

/** What the shares of the plans say of who is paid. */
export interface Answering {
  /** That answer for one of a plan which is not closed today, still to be paid, or whose year is not over. */
  readonly offices: readonly string[];
  /** That have the credit of days of one, each in the year of its plan, closed or not. */
  readonly credited: readonly Credited[];
}

/** A person (an account's id, never a name) in an office, from one day to another. */
export interface Tenure {
  readonly person: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly from: LocalDate;
  /** Last day; null: no end is known. */
  readonly to: LocalDate | null;
  readonly act: ActReference | null;
  /** The first that an account alone tells: it was made on the first day, and says nothing of those before. */
  readonly byAccount?: true;
}

/** Somebody acts for somebody else, for a time and for some matters. */
export interface Delegation {
  readonly id: string;
  /**
   * `sostituzione`: decides in the place of who is away; `delega`: decides by their mandate, as long as it stands.
   * Duty separation looks at both persons.
   */
  readonly kind: 'sostituzione' | 'delega';
  /** The office as which they act. */
  readonly office: string;
  /**
   * The person in whose place: of those who hold the office the one who gave it. Null: nobody held the office; absent in logs
   * of earlier releases, which do not say.
   */
  readonly holder?: string | null;
  readonly to: { readonly person: string };
  readonly from: LocalDate;
  /** Last day: what is delegated for ever would be an office of its own. */
  readonly until: LocalDate;
  /** Null: everything the office may do. */
  readonly subjects: readonly ApprovalSubject[] | null;
  readonly act: ActReference | null;
  /**
   * Whether anybody has acted by it. False: others than whoever received it recorded it and nobody has, so it bars nobody yet; absent:
   * they recorded it themselves, or a log of earlier releases, where an act said so or nobody knows.
   */
  readonly takenUp?: boolean;
}

/** An office that answered for something from day to day. */
export interface Credited {
  readonly office: string;
  readonly from: LocalDate;
  /** Last day. */
  readonly to: LocalDate;
  /** Whoever is known to hold it later in those days is paid for them, too: so of a premium run. Absent: as they come. */
  readonly coming?: true;
}

/** Who is on the other side of a control: nobody of these may take a step of it. */
export interface Parties {
  /** Accounts that wrote, proposed or submitted what is judged; of a share also those that worked on it. */
  readonly authors: readonly string[];
  /** Offices that answer for it. */
  readonly offices: readonly string[];
  /** Offices that are scored on the same finding: the holder of another share with the same indicator. */
  readonly scored: readonly string[];
  /** Persons who are paid on the outcome. */
  readonly beneficiaries: readonly string[];
  /**
   * Offices that have the credit of some days of it, also those that answer for it no more: whoever held one of them in those days
   * is paid. Absent: none, or an approval that set out in an earlier release.
   */
  readonly credited?: readonly Credited[];
  /** Persons who took a step of the same control, where the definition wants another one at the step at hand. */
  readonly earlier?: readonly string[];
  /** Who prepared what is judged: they take its steps as that office, as no other. Absent: nobody, or an older log. */
  readonly prepared?: readonly Prepared[];
}

/** Who prepared something, and as which office. */
export interface Prepared {
  readonly person: string;
  readonly office: string;
}
