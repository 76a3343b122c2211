import { heldBy } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { hasFunction } from '../separation/qualified.js';
import { seatsOf } from '../separation/separation.js';
import type { Actor } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { Approval } from './approval.js';

/**
 * To give a step to another, or to move an approval to other rules, is the Segretario's. Whoever stands in for them by
 * office, or by role where no office is for it, may where no Segretario can: each is a party to it, or none is in office (art. 97 c. 5 D.Lgs. 267/2000).
 *
 * @throws Refused `approval/for-the-segretario`
 */
export function requireNoSegretario({ parties }: Pick<Approval, 'parties'>, by: Actor, staff: Staff): void {
  if (!isDeputy(by, staff)) return;
  const { earlier: _, ...sides } = parties; // who took a step of it may
  const segretari: readonly Participant[] = [
    ...staff.offices.filter((one) => one.function === 'segretario').map(({ id }) => ({ office: id })),
    { role: 'segretario' },
  ];
  const able = segretari
    .flatMap((who) => seatsOf(who, sides, staff, {}, null))
    .find(({ persons }) => persons.some((person) => person !== by.id));
  if (able !== undefined) throw new Refused('approval/for-the-segretario', { office: able.office });
}

/** Whether it is only for the Segretario that they may: by office or, where the file names no office for it, by role. */
function isDeputy({ id, office }: Actor, staff: Staff): boolean {
  const has = (role: string) => heldBy(staff, id).some((held) => held.office === office && held.roles.includes(role));
  if (has('segretario')) return false;
  if (hasFunction(office, 'segretario-substitute', staff)) return true;
  return has('vicesegretario') && staff.offices.every((one) => one.function !== 'segretario-substitute');
}
