/** Why somebody may not take a step of a control. The codes are public and kept in events: none ever changes its meaning. */
export type SeparationCode =
  | 'author'
  | 'own-office'
  | 'same-finding'
  | 'beneficiary'
  | 'evaluator-segretario'
  | 'evaluator-rpct'
  | 'evaluator-beneficiary'
  | 'delegate'
  | 'four-eyes';

export interface SeparationRule {
  readonly code: SeparationCode;
  /** Where the rule is written, as one cites it. */
  readonly article: string;
}

/** The rules in the order in which they are tried: the first that bars is the one that is told. */
export const separationRules: { readonly [Code in SeparationCode]: SeparationRule } = {
  /** Wrote, proposed or submitted what is judged, or worked on the share that is. */
  author: { code: 'author', article: 'art. 6-bis L. 241/1990' },
  /** Holds the office that answers for it: its area, or the office it is assigned to. */
  'own-office': { code: 'own-office', article: 'art. 6-bis L. 241/1990' },
  /** Is scored on the same finding: holds another share with the same indicator. */
  'same-finding': { code: 'same-finding', article: 'art. 7 D.P.R. 62/2013' },
  /** Is paid on the outcome, be it for the days in which they held an office that had it; who signs a liquidation above all. */
  beneficiary: { code: 'beneficiary', article: 'art. 7 D.P.R. 62/2013' },
  /** The body that evaluates the Segretario has neither the Segretario among its members, nor who stands in for them, be it by office. */
  'evaluator-segretario': { code: 'evaluator-segretario', article: 'art. 14 c. 8 D.Lgs. 150/2009' },
  /** Nor the officer for the prevention of corruption. */
  'evaluator-rpct': { code: 'evaluator-rpct', article: 'art. 1 c. 7 L. 190/2012; delibera ANAC 1074/2018' },
  /** Nor anybody whose premium depends on what it certifies. */
  'evaluator-beneficiary': { code: 'evaluator-beneficiary', article: 'art. 14 c. 8 D.Lgs. 150/2009' },
  /** Acts for somebody of those above by a delegation in force. */
  delegate: { code: 'delegate', article: 'art. 7 D.P.R. 62/2013' },
  /** Took an earlier step of the same control, where the definition wants different persons, or prepared it as another office. */
  'four-eyes': { code: 'four-eyes', article: 'art. 147-bis c. 1 D.Lgs. 267/2000' },
};
