import { heldBy } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { hasFunction } from '../separation/qualified.js';
import { seatsOf } from '../separation/separation.js';
import type { Actor } from '../values.js';
import type { Participant } from '../workflow/chain-definition.js';
import type { Approval } from './approval.js';

/**
 * To give a step to another, to move an approval to other rules, or to say of another day what others did, is the Segretario's. Whoever stands in for them by
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

/** Whether somebody is the Segretario as which they act, or stands in for them. */
export function standsForSegretario(by: Actor, staff: Staff): boolean {
  const is = holds(by, staff, 'segretario') || hasFunction(by.office, 'segretario', staff);
  return is || isDeputy(by, staff);
}

/** Whether it is only for the Segretario that they may: by office or, where the file names no office for it, by role. */
function isDeputy(by: Actor, staff: Staff): boolean {
  if (holds(by, staff, 'segretario')) return false;
  if (hasFunction(by.office, 'segretario-substitute', staff)) return true;
  return holds(by, staff, 'vicesegretario') && staff.offices.every((one) => one.function !== 'segretario-substitute');
}

function holds({ id, office }: Actor, staff: Staff, role: string): boolean {
  return heldBy(staff, id).some((held) => held.office === office && held.roles.includes(role));
}
