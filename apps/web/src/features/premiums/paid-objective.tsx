import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { query } from '../../client/queries.js';
import { toObjective } from '../../places.js';
import { numberOf } from '../objectives/number-of.js';

/** The objective for whose share money is paid or set aside: its number and its title. */
export function PaidObjective({ planId, objectiveId }: { readonly planId: string; readonly objectiveId: string }) {
  const objectives = useQuery(query('objectives', { query: { planId, limit: 500 } }));
  return (
    <Link to={toObjective(objectiveId)}>
      <span className="number">{numberOf(objectiveId)}</span>{' '}
      {objectives.data?.objectives.find((one) => one.objectiveId === objectiveId)?.title}
    </Link>
  );
}
