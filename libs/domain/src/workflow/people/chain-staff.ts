import type { Staff, Tenure } from '../../organisation/staff.js';
import type { Participant, StepDefinition } from '../chain-definition.js';
import type { ApprovalSubject, OfficeDefinition } from '../definition.js';
import { membersOf } from '../members-of.js';
import { othersAt } from '../participants.js';
import { relationsFor } from '../relations-of.js';

/** Whom the file does not tell: an area, another one, and somebody who has no part in either; no office's ids. */
export const AREA = '/area';
export const OTHER_AREA = '/other-area';
const SOMEBODY = '/somebody';

/** The day on which all is played; any would do. */
export const DAY = '2024-01-15';

/** A chain as it is played: whom the file does not tell is somebody; a reminder changes nothing, a term is a day. */
export function playable(steps: readonly StepDefinition[], subject: ApprovalSubject): readonly StepDefinition[] {
  const told = (who: Participant): Participant => {
    const isTold = 'office' in who || ('relation' in who && relationsFor(subject).includes(who.relation));
    return isTold ? who : { office: SOMEBODY };
  };
  return steps.map((step) => ({
    ...step,
    who: step.who.map(told),
    substitute: step.substitute && told(step.substitute),
    term: step.term && { workingDays: 1 },
    onTimeout: step.onTimeout
      .filter((action) => action.do !== 'remind')
      .map((action, index) => {
        const after = index + 1;
        if (action.do === 'escalate') return { ...action, after, to: told(action.to) };
        return action.do === 'substitute' ? { ...action, after, by: told(action.by) } : { ...action, after };
      }),
  }));
}

/** Two offices that one person holds: the first has nobody else. */
export type Both = readonly [one: string, other: string];

/** Who in an office did what is told of it first. */
export function firstOf(office: string, both: Both | null): string {
  return `${both !== null && office === both[1] ? both[0] : office}/1`;
}

/** Each office, with as many people as the file says, each of whom holds no other, but for the first of `both`; of the others enough. */
export function staffOf(
  steps: readonly StepDefinition[],
  offices: readonly OfficeDefinition[],
  both: Both | null = null,
): Staff {
  const enough = steps.reduce((sum, { agreement }) => sum + (agreement.kind === 'quorum' ? agreement.count : 1), 1);
  const all = new Set([AREA, OTHER_AREA, SOMEBODY, ...offices.map(({ id }) => id), ...officesIn(steps)]);
  const tenures = [...all].flatMap((office) =>
    Array.from({ length: Math.min(membersOf(office, offices) ?? enough, enough) }, (_, index): Tenure => {
      const person = index === 0 ? firstOf(office, both) : `${office}/${index + 1}`;
      return { person, office, roles: [], from: DAY, to: null, act: null };
    }),
  );
  return { day: DAY, offices, tenures, delegations: [], beneficiaries: [] };
}

/** Every office that may come to act at some steps, as far as they name it. */
export function officesIn(steps: readonly StepDefinition[]): readonly string[] {
  const named = steps.flatMap((step) => [
    ...step.who,
    ...othersAt({ step, path: [] }).map(({ participant }) => participant),
  ]);
  const offices = named.flatMap((participant) => ('office' in participant ? [participant.office] : []));
  return [...new Set(offices)].filter((office) => office !== SOMEBODY);
}
