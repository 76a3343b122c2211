import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toEvaluation, toObjective, toPlan, toPremiumRun, toVariation } from '../../places.js';
import { numberOf } from '../objectives/number-of.js';

type Judged = Pick<Answer<'separationChecks'>['checks'][number], 'subject' | 'subjectId' | 'objectiveId' | 'planId'>;

/** The way to what was judged, by the number of an objective, the year of anything else. */
export function SubjectLink({ subject, subjectId, objectiveId, planId }: Judged): ReactNode {
  if (objectiveId !== null) return <Link to={toObjective(objectiveId)}>{numberOf(objectiveId)}</Link>;
  switch (subject) {
    case 'premium-run':
      return <Link to={toPremiumRun(subjectId)}>{planId ?? subjectId}</Link>;
    case 'variation':
      return <Link to={toVariation(subjectId)}>{planId ?? subjectId}</Link>;
    case 'evaluation':
      return <Link to={toEvaluation(subjectId)}>{planId ?? subjectId}</Link>;
    default:
      return planId === null ? null : <Link to={toPlan(planId)}>{planId}</Link>;
  }
}
