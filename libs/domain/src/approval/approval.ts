import type { Parties } from '../organisation/staff.js';
import type { Took } from '../separation/four-eyes.js';
import type { SeparationCode } from '../separation/rules.js';
import type { Eligible, Relations } from '../separation/separation.js';
import type { ActReference, Decimal, Instant, LocalDate } from '../values.js';
import type { ChainDefinition, Outcome, StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject, WorkflowRef } from '../workflow/definition.js';

/** Something on its way through a chain. It is part of the state of what is approved, so that both change in one append. */
export interface Approval {
  readonly subject: ApprovalSubject;
  /** As it was at the opening: later versions reach it only by a migration. */
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  readonly parties: Parties;
  readonly relations: Relations;
  /** Who could take each step when the approval opened or was migrated; who can now, `panelOf` says. */
  readonly panels: Panels;
  readonly status: 'open' | 'returned' | 'rejected' | 'approved';
  /** Ids of the steps that agreed, in the order in which they did. */
  readonly passed: readonly string[];
  readonly took: Took;
  /** How each of `passed` agreed, by its id; nobody where silence did, or the log does not say. */
  readonly agreed: Readonly<Record<string, readonly Vote[]>>;
  /** Of the step that must act now. */
  readonly opening: Opening;
  /** The degree that is approved: the one claimed, or what it was corrected to; null where there is none. */
  readonly degree: Decimal | null;
  /** How it came to that degree, in order; absent: nobody has corrected it. */
  readonly corrections?: readonly Correction[];
  /** What was asked for at the return; none unless returned. */
  readonly points: readonly string[];
  /** The day by which it is to come back; null: none was set. */
  readonly returnBy: LocalDate | null;
  /** The day on which it was sent back or rejected; absent otherwise, and where the log does not say. */
  readonly returnedOn?: LocalDate;
  /** Who sent it back or rejected it; absent otherwise, and where the log does not say. */
  readonly ended?: Ended;
  /** Steps that silence passed, by their id; absent: it passed none. */
  readonly silences?: Readonly<Record<string, Silence>>;
  /** When it was sent on its way; absent: it is judged anew, by an act, or an earlier release kept it. */
  readonly setOut?: SetOut;
  /** The day of the act that had it judged anew; absent: it is judged for the first time. */
  readonly reopenedOn?: LocalDate;
}

/** A degree that was corrected at a step. */
export interface Correction {
  readonly step: string;
  readonly from: Decimal | null;
  readonly to: Decimal;
}

/** That something was sent on its way. */
export interface SetOut {
  /** When it was recorded; null for approvals older than terms. */
  readonly at: Instant | null;
  /** The day on which it happened, where it was recorded later. */
  readonly on?: LocalDate;
  /** The day on which it had come back, or been rejected; absent: it is on its way for the first time. */
  readonly after?: LocalDate;
}

/** Who may take each step, by its id. */
export type Panels = Readonly<Record<string, Pick<Eligible, 'offices' | 'reroutedFrom'>>>;

/** One time that a step waits for its people. A step that comes again, after a migration, opens again. */
export interface Opening {
  /** Counts from 1 within the approval. */
  readonly number: number;
  /** Null for approvals older than terms. */
  readonly since: Instant | null;
  /** When it opened, where it stood still and went on at `since`; absent: it did not. */
  readonly openedAt?: Instant;
  /** The day of what opened it, where that was recorded later; absent: that of `since`. */
  readonly on?: LocalDate;
  /** Who has agreed so far. */
  readonly votes: readonly Vote[];
  readonly claims: readonly Claim[];
  /** Places, from 0, of the step's time-out actions that were carried out. */
  readonly rungs: readonly number[];
  /** Offices that may decide beside those that were silent. */
  readonly escalatedTo: readonly string[];
  /** Offices that decide in the place of those that were silent; null: nobody's place was taken. */
  readonly substitutes: readonly string[] | null;
  /** Since when each office that a time-out called may decide; absent: none did. */
  readonly called?: Readonly<Record<string, LocalDate>>;
  /** When silence passed the step; absent: it did not. */
  readonly silentAt?: Instant;
}

/** Somebody agreed. Also in whose place; null: in their own right. */
export interface Vote {
  readonly person: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
  readonly outcome: Outcome;
  readonly note: string;
  readonly act: ActReference | null;
  /** Whose place a substitute took and by which rule; absent where nobody was barred, and where the log does not say. */
  readonly rerouted?: Rerouted;
  /** A time-out had called the office, beside those who were silent or in their place: it decides for all. Absent: none had. */
  readonly called?: 'beside' | 'instead';
  /** The day on which it happened, where it was recorded later. */
  readonly on?: LocalDate;
  readonly at: Instant;
}

export interface Rerouted {
  readonly from: string;
  readonly rule: SeparationCode;
}

/** The word that ended it at a step before all had agreed. */
export interface Ended extends Vote {
  readonly step: string;
  /** Of a rejection, in writing; empty: it was sent back, for the points that it names. */
  readonly reason: string;
}

/** A step that passed because nobody answered in time. */
export interface Silence {
  readonly at: Instant;
  /** Offices that had not spoken; none where the log does not say, or nobody was there to. */
  readonly offices: readonly string[];
}

/** Somebody has said that they see to it; the others of the same seat keep off. */
export interface Claim {
  readonly person: string;
  readonly office: string;
}

/** The step that must act next; null unless open. */
export function currentStep({
  status,
  chain,
  passed,
}: Pick<Approval, 'status' | 'chain' | 'passed'>): StepDefinition | null {
  return status === 'open' ? (chain.steps.find(({ id }) => !passed.includes(id)) ?? null) : null;
}

/** Whether nothing is left once the current step agrees. */
export function isLastStep({ chain, passed }: Pick<Approval, 'chain' | 'passed'>): boolean {
  return chain.steps.filter(({ id }) => !passed.includes(id)).length === 1;
}

/** The offices that are asked at a step, as it stood at the opening; none for a step that nobody could take. */
export function askedAt({ panels, opening }: Pick<Approval, 'panels' | 'opening'>, stepId: string): readonly string[] {
  const asked = opening.substitutes ?? panels[stepId]?.offices ?? [];
  return [...new Set([...asked, ...opening.escalatedTo])];
}
