/** What is said in an evaluation, as those whom it concerns read it. */
export const saidInEvaluation = [
  'proposed',
  'received',
  'observed',
  'term-ended',
  'hearing-offered',
  'hearing-recorded',
  'judged',
  'voted',
  'returned',
  'score-corrected',
  'approved',
  'evaluator-named',
  'conciliation-requested',
  'conciliator-named',
  'confirmed',
  'score-revised',
  'withdrawn',
  'made-definitive',
] as const;

export type SaidInEvaluation = (typeof saidInEvaluation)[number];
