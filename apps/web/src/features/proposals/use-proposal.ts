import { routes } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';

/** The proposal that an approval is of; undefined where it is of something else, or the plan has it by now. */
export function useProposal({ subject, streamId }: { readonly subject: string; readonly streamId: string }) {
  const asked = useQuery({ ...query('proposals', { query: {} }), enabled: subject === 'objective' });
  return asked.data?.proposals.find(({ objectiveId }) => objectiveId === streamId);
}

/** Whether who is signed in may propose it again, or withdraw it, else why not and who could, as the server says it. */
export function useToldOf(route: 'proposeObjective' | 'withdrawProposal', objectiveId: string, enabled: boolean) {
  return useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { action: routes[route].action } }),
    enabled,
    select: ({ commands }) => commands.find((command) => command.route === route),
  });
}
