import type { Answer, Request } from '../../client/ask.js';

export type Evaluation = Answer<'evaluation'>;
export type EvaluationAction = Evaluation['awaits'][number]['action'];

/** What can be sent to one evaluation. */
export type EvaluationRoute =
  | 'proposeEvaluation'
  | 'recordEvaluationReceipt'
  | 'observeEvaluation'
  | 'offerHearing'
  | 'recordHearing'
  | 'judgeEvaluation'
  | 'requestConciliation'
  | 'nameConciliator'
  | 'conciliate'
  | 'makeEvaluationDefinitive';

/** The contract's request to one of them; what the body may say, its schema has checked. */
export function requestTo<Name extends EvaluationRoute>(evaluationId: string, body: unknown): Request<Name> {
  return { params: { evaluationId }, ...(body !== undefined && { body }) } as unknown as Request<Name>;
}
