import type { ChainDefinition } from './chain-definition.js';
import type { Label } from './label.js';
import type { Lifecycle } from './lifecycle.js';

/** What the law asks somebody to approve. */
export const approvalSubjects = [
  'plan',
  'objective',
  'variation',
  'rendicontazione',
  'justification',
  'evaluation',
  'premium-run',
] as const;

export type ApprovalSubject = (typeof approvalSubjects)[number];

/** The last word on these needs more than consent: an act, what the lint found, with what effect. Silence says none of it. */
export const endsInWords: readonly ApprovalSubject[] = ['plan', 'objective', 'justification', 'variation'];

/** The longest file of a definition that is checked or published, in characters. */
export const longestWorkflow = 200_000;

/** What the law wants an office for, whatever a body calls it. Limits that no definition may cross are stated in these. */
export const officeFunctions = [
  'segretario', // TUEL art. 97
  'segretario-substitute',
  'evaluation-body', // Nucleo or OIV, D.Lgs. 150/2009 art. 14
  'political-body', // Giunta, Presidente, Mayor
  'anticorruption', // RPCT, L. 190/2012 art. 1 c. 7
  'personnel',
  'accounting',
] as const;

export type OfficeFunction = (typeof officeFunctions)[number];

export interface OfficeDefinition {
  readonly id: string;
  readonly function: OfficeFunction | null;
  /** How many sit in it, where it decides together; absent: it is not said. */
  readonly members?: number;
  /** What bodies call it: an area of a plan or an office of a list that is called so is this one. */
  readonly names: readonly string[];
}

/**
 * How a body does things, as data: the life of its objectives and who approves what. A version that was published never
 * changes; what runs keeps the version it began with.
 */
export interface WorkflowDefinition {
  /** `comune`, `provincia`: lower case. */
  readonly id: string;
  readonly version: number;
  readonly name: Label;
  readonly objective: Lifecycle;
  /** What a subject without a chain means, `docs/workflow.md` says of each. */
  readonly chains: Readonly<Partial<Record<ApprovalSubject, ChainDefinition>>>;
  readonly offices: readonly OfficeDefinition[];
  /** Absent: as `usualVariations` says. */
  readonly variations?: VariationTerms | undefined;
  /** Absent: the body evaluates nobody here. */
  readonly evaluations?: EvaluationTerms | undefined;
}

/** By what and by whom a person is evaluated: other bodies weigh otherwise, give other terms, and ask others. */
export interface EvaluationTerms {
  /** Propose, hear and judge; absent: whoever is named. */
  readonly evaluators?: readonly Evaluating[] | undefined;
  /** Of whom one hears both where a conciliation is asked for; absent: whoever is named. */
  readonly conciliators?: readonly Evaluating[] | undefined;
  /** Open, deliver, name the conciliator and make definitive; absent: whoever has the permission. */
  readonly conductors?: readonly Evaluating[] | undefined;
  /** Of a hundred, what the results weigh; the rest is the behaviours'. */
  readonly results: number;
  /** A judgement below it is not given before a hearing was offered. */
  readonly hearingBelow: number;
  /** To answer the proposal, from its receipt. */
  readonly observations: { readonly workingDays: number };
  /** To ask for a conciliation, from the receipt of the final judgement. */
  readonly conciliation: { readonly workingDays: number };
}

/** An office with a part in evaluations. */
export interface Evaluating {
  readonly office: string;
}

export interface VariationTerms {
  /** `MM-DD`: the last day of its year on which a plan may be varied. */
  readonly cutOff: string;
}

/** Where a definition says nothing of variations, as those of earlier releases. */
export const usualVariations: VariationTerms = { cutOff: '12-15' };

/** One version of one definition. */
export interface WorkflowRef {
  readonly id: string;
  readonly version: number;
}
