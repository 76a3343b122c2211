import type { Answer } from '../../client/ask.js';

export type Evaluation = Answer<'evaluation'>;
export type EvaluationAction = Evaluation['awaits'][number]['action'];
