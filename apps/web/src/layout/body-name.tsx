import { useQuery } from '@tanstack/react-query';
import { query } from '../client/queries.js';
import { useSession } from '../features/session/session.js';

/** How the body is called, as its plan has it. */
export function BodyName() {
  const { me } = useSession();
  const plans = useQuery({ ...query('plans', {}), enabled: me !== null });
  return <>{plans.data?.plans.at(-1)?.body ?? ''}</>;
}
