import type { ApprovalChain, ChainDefinition, Participant } from '#domain';

/** A chain in the form that rendicontazione keeps until it runs on the approval engine: one office at each step. */
export function asApprovalChain({ id, version, steps }: ChainDefinition): ApprovalChain {
  return {
    id,
    version,
    steps: steps.map((step) => ({
      id: step.id,
      name: step.name,
      office: officeOf(step.who[0]) ?? '',
      substitute: officeOf(step.substitute ?? undefined),
      mayReturn: step.outcomes.includes('return'),
      needsAct: step.act !== null,
    })),
  };
}

function officeOf(participant: Participant | undefined): string | null {
  return participant !== undefined && 'office' in participant ? participant.office : null;
}
