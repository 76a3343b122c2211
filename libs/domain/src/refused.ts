/** Every reason the rules can give for refusing a command. The codes are public: clients match on them. */
export type RefusalCode =
  | 'plan/already-drafted'
  | 'plan/not-drafted'
  | 'plan/not-approved'
  | 'plan/not-in-force'
  | 'plan/already-approved'
  | 'plan/already-in-force'
  | 'plan/closed'
  | 'plan/no-objectives'
  | 'plan/weights-over-ceiling'
  | 'plan/unknown-area'
  | 'plan/unknown-mission'
  | 'plan/approved-before-act'
  | 'objective/already-defined'
  | 'objective/not-defined'
  | 'objective/closed'
  | 'objective/no-shares'
  | 'objective/unknown-share'
  | 'objective/unknown-indicator'
  | 'objective/unknown-deadline'
  | 'objective/already-assigned'
  | 'objective/not-assigned'
  | 'objective/not-your-share'
  | 'objective/already-acknowledged'
  | 'objective/not-acknowledged'
  | 'objective/progress-already-reported'
  | 'objective/unknown-progress'
  | 'objective/not-your-progress'
  | 'objective/occurred-in-future'
  | 'objective/deadline-passed'
  | 'objective/deadline-not-passed'
  | 'objective/deadline-already-answered'
  | 'objective/nil-return-not-allowed'
  | 'objective/rendicontazione-open'
  | 'objective/rendicontazione-not-open'
  | 'objective/rendicontazione-already-approved'
  | 'objective/rendicontazione-not-approved'
  | 'objective/indicator-not-measured'
  | 'objective/already-scored'
  | 'objective/not-scored'
  | 'objective/already-liquidated'
  | 'objective/not-liquidated'
  | 'approval/not-this-step'
  | 'approval/not-your-step'
  | 'approval/own-report'
  | 'approval/no-substitute'
  | 'approval/may-not-return'
  | 'approval/act-missing'
  | 'approval/points-missing'
  | 'approval/chain-empty'
  | 'premium/already-computed'
  | 'premium/not-computed'
  | 'premium/already-liquidated'
  | 'premium/no-claims'
  | 'reminder/already-sent'
  | 'reminder/nothing-to-say'
  | 'clock/goes-backwards'
  | 'body/no-offices'
  | 'body/setup-incomplete'
  | 'value/not-a-decimal'
  | 'value/out-of-range'
  | 'value/not-a-date'
  | 'value/not-unique'
  | 'value/text-missing';

/**
 * Thrown by `decide` when the rules refuse a command. Nothing was changed.
 * Not for bugs, lost connections or write conflicts: those have their own errors.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
  }
}
