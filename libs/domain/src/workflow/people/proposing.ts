import type { Participant } from '../chain-definition.js';
import type { WorkflowDefinition } from '../definition.js';
import { functionOf } from '../participants.js';
import { firstOf, type Both } from './chain-staff.js';

/** Who proposes what is paid, as far as a file tells. */
export interface Proposing {
  /** Whom `liquidate` names in the place of those who are paid; null: nobody. */
  readonly instead: Participant | null;
  readonly offices: WorkflowDefinition['offices'];
}

export function proposingIn({ offices, objective }: Pick<WorkflowDefinition, 'offices' | 'objective'>): Proposing {
  const paying = objective.transitions.find(({ verb }) => verb === 'liquidate');
  return { offices, instead: paying?.substitute ?? null };
}

/**
 * The offices that may propose a run which pays one: those of personnel, or, where all of them are paid, who pays in their place, as
 * `runnersOf` says. None: nobody may, or the file does not tell.
 */
export function proposersFor(own: string, { offices, instead }: Proposing, both: Both | null): readonly string[] {
  const isPaid = (office: string) => firstOf(office, both) === firstOf(own, both);
  const running = offices.map(({ id }) => id).filter((id) => functionOf({ office: id }, { offices }) === 'personnel');
  const free = running.filter((office) => !isPaid(office));
  if (free.length > 0 || running.length === 0 || instead === null || !('office' in instead)) return free;
  return isPaid(instead.office) ? [] : [instead.office];
}
