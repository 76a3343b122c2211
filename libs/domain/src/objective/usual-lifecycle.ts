import type { Participant } from '../workflow/chain-definition.js';
import type { LifecycleState, LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import type { LifecycleInForce } from './lifecycle-messages.js';

const segretario: Participant = { role: 'segretario' };
const nucleo: Participant = { role: 'nucleo' };
const giunta: Participant = { role: 'giunta' };
const assignee: Participant = { relation: 'assignee' };
const resolution = ['DGC'] as const;

const transition = (
  verb: LifecycleVerb,
  from: readonly LifecycleState[],
  to: LifecycleState,
  who: readonly Participant[] = [],
  kinds: readonly string[] | null = null,
): Transition => ({ verb, from, to, who, act: kinds === null ? null : { kinds } });

/** What governs objectives whose definition names no workflow: those of logs from before there were any. */
export const usualLifecycle: LifecycleInForce = {
  id: 'usual',
  version: 1,
  transitions: [
    transition('propose', ['draft'], 'proposed', [{ role: 'responsabile' }, segretario]),
    transition('return-proposal', ['proposed', 'validated'], 'draft', [segretario, nucleo]),
    transition('validate', ['proposed'], 'validated', [segretario, nucleo]),
    transition('approve', ['validated'], 'approved'),
    transition('assign', ['approved'], 'assigned', [segretario]),
    transition('acknowledge', ['assigned'], 'in-progress', [assignee]),
    transition('suspend', ['assigned', 'in-progress'], 'suspended', [segretario, giunta], resolution),
    transition('resume', ['suspended'], 'in-progress', [segretario, giunta]),
    transition(
      'remove',
      ['approved', 'assigned', 'in-progress', 'suspended'],
      'removed',
      [segretario, giunta],
      resolution,
    ),
    transition('submit-rendicontazione', ['in-progress', 'rendicontazione-returned'], 'rendicontazione-submitted', [
      assignee,
    ]),
    transition('return-rendicontazione', ['rendicontazione-submitted'], 'rendicontazione-returned'),
    transition('approve-rendicontazione', ['rendicontazione-submitted'], 'rendicontazione-approved'),
    transition('make-definitive', ['rendicontazione-approved'], 'definitive', [segretario]),
    transition('liquidate', ['rendicontazione-approved', 'definitive'], 'liquidated'),
    transition('close', ['liquidated', 'removed'], 'closed', [segretario]),
    transition(
      'reopen',
      ['rendicontazione-approved', 'definitive', 'liquidated', 'closed'],
      'rendicontazione-submitted',
      [segretario],
      ['DGC', 'DCC', 'decreto', 'determina'],
    ),
  ],
  suspension: { maximumDays: 180 },
};
