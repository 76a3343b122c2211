import { Link } from 'react-router';
import { toObjective } from '../../places.js';
import { numberOf } from '../objectives/number-of.js';
import { useMay } from '../session/session.js';

/** The objective of a share, for whoever may open it; else its number. */
export function ShareLink({ objectiveId }: { readonly objectiveId: string }) {
  const may = useMay();
  const number = numberOf(objectiveId);
  return may('objective.read') ? <Link to={toObjective(objectiveId)}>{number}</Link> : number;
}
