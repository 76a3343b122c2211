import type { ApprovalSubject } from '#domain';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import type { Chain } from './chain.js';

/** The definition that what begins now follows; null: there is none; undefined: not known yet. */
export function useDefinitionInForce(): Answer<'workflow'>['definition'] | null | undefined {
  const versions = useQuery(query('workflows', {})).data;
  const inForce = versions?.workflows.find((version) => version.inForce);
  const params = { workflowId: inForce?.id ?? 'none', version: inForce?.version ?? 1 };
  const shown = useQuery({ ...query('workflow', { params }), enabled: inForce !== undefined }).data;
  if (versions !== undefined && inForce === undefined) return null;
  return shown?.definition;
}

/** The chain that begins now for a subject; null: there is none; undefined: not known yet. */
export function useChainInForce(subject: ApprovalSubject): Chain | null | undefined {
  const definition = useDefinitionInForce();
  return definition === undefined || definition === null ? definition : (definition.chains[subject] ?? null);
}
