import type { Approval } from '../approval/approval.js';
import { begun } from '../approval/open.js';
import { panelOf } from '../approval/panel.js';
import { stuckAt } from '../approval/stuck.js';
import type { Staff } from '../organisation/staff.js';
import { sayingWhoIsIndependent, usuallyIndependentOf } from '../separation/four-eyes.js';
import { areTooFew } from '../separation/other-areas.js';
import { eligible } from '../separation/separation.js';
import type { ChainDefinition, Participant, StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, OfficeDefinition } from './definition.js';
import { isHearing } from './limits/chains.js';
import { membersOf } from './members-of.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { entriesOf, isOf, nameOf, othersAt, sameParticipant } from './participants.js';
import { AREA, officesIn, playable, staffOf, type Both } from './people/chain-staff.js';
import { saidOfOffice } from './people/alike.js';
import { AT, deadEndsOf, WORK, type Work } from './people/dead-ends.js';
import { whoseMayBe, type Whose } from './people/whose.js';

type Facts = WorkflowMistake['facts'];

/**
 * Every step has somebody left, whosever it is that is approved, whoever took the steps before it and whomever time-outs called.
 * Told where the file says how many people there are: of an office with `members`, and of the Segretario and the substitute, who
 * are one each; of the others there are enough. One office is on the other side of the control at a time.
 */
export function checkPeople(
  subject: ApprovalSubject,
  { steps }: Pick<ChainDefinition, 'steps'>,
  offices: readonly OfficeDefinition[],
  path: DefinitionPath,
): WorkflowMistake[] {
  const found = withNobody(subject, steps, offices);
  const named = officesIn(steps).map((office) => ({ office }));
  return steps.flatMap((step, index) => {
    const facts = found.get(step.id);
    if (facts === undefined || steps.findIndex(({ id }) => id === step.id) !== index) return [];
    const who = [...step.who, ...othersAt({ step, path: [] }).map(({ participant }) => participant)];
    const isOwn = isOf('evaluation-body', { offices });
    const told = {
      ...(step.who.some(isOwn) && { case: 'evaluation-body' }),
      step: step.id,
      who: [...new Set(who.map(nameOf))].join(', '),
      ...facts,
    };
    return [
      mistake('workflow/too-few-people', [...path, index, 'who'], told, [...entriesOf(named, { offices }), path]),
    ];
  });
}

/**
 * The steps at which nobody may be left, and when.
 *
 * @param both  held by one person; null: nobody holds two
 */
export function withNobody(
  subject: ApprovalSubject,
  all: readonly StepDefinition[],
  offices: readonly OfficeDefinition[],
  both: Both | null = null,
  work: Work = { left: WORK },
): ReadonlyMap<string, Facts> {
  // who is heard judges nothing
  const steps = playable(subject === 'evaluation' ? all.filter((step) => !isHearing(step)) : all, subject);
  const staff = staffOf(steps, offices, both);
  const found = new Map<string, Facts>();
  const isCounted = (office: string) => membersOf(office, offices) !== null;
  const isMet = both !== null || meetAgain(subject, steps);
  const kinds = new Map(officesIn(steps).map((office) => [office, saidOfOffice(office, steps, offices)]));
  const kindWith =
    ({ own, other }: Whose) =>
    (office: string) =>
      office === own || office === other || both?.includes(office) ? office : (kinds.get(office) ?? office);
  for (const [index, whose] of whoseMayBe(subject, steps, offices, both).entries()) {
    const approval = beginning(subject, steps, whose);
    // what all together cannot pass is told as that
    if (index === 0 && steps.some((step) => stuckAt(step, panelOf(approval, step, staff), [], staff) !== null)) break;
    const refused = steps.filter((step) => isRefused(step, approval, staff));
    // a substitute’s own objective of one area: whoever hands it in is told
    const lacking = refused.filter((step) => isLackingHere(subject, step) && !isAskingNobody(step, whose));
    const dead: Iterable<readonly [string, Approval]> =
      refused.length > 0
        ? lacking.map(({ id }) => [id, approval])
        : isMet
          ? deadEndsOf(approval, staff, { finite: isCounted, kindOf: kindWith(whose), work })
          : [];
    for (const [step, moment] of dead) found.set(step, found.get(step) ?? factsOf(whose, moment, steps));
  }
  return found;
}

/** Whether anybody may come to a step who took one before it that is to be another's. */
function meetAgain(subject: ApprovalSubject, steps: readonly StepDefinition[]): boolean {
  return steps.some((step, index) => {
    const of = step.independentOf ?? usuallyIndependentOf(subject, step);
    if (of === 'nobody') return false;
    const before = officesIn(steps.slice(0, index).filter(({ id }) => of === 'earlier' || of.includes(id)));
    const asksArea = steps.some(({ who, substitute }) => [...who, substitute].some(isOfArea));
    return asksArea || officesIn([step]).some((office) => before.includes(office));
  });
}

/** Of an office that is known only with the subject at hand. */
function isOfArea(who: Participant | null): boolean {
  return who !== null && 'relation' in who;
}

function beginning(
  subject: ApprovalSubject,
  steps: readonly StepDefinition[],
  { parties, relations }: Whose,
): Approval {
  const chain = sayingWhoIsIndependent({ id: subject, version: 1, steps }, subject);
  return begun({ subject, chain, workflow: null, parties, relations, panels: {}, degree: null, at: AT });
}

/** Such an approval does not set out. */
function isRefused(step: StepDefinition, { parties, relations, subject }: Approval, staff: Staff): boolean {
  const panel = eligible(step, parties, staff, relations, subject);
  return panel === null || areTooFew(step, panel.offices, staff);
}

/** A substitute who lacks is told as that; a variation may be asked for by others. */
function isLackingHere(subject: ApprovalSubject, { who, substitute, agreement }: StepDefinition): boolean {
  if (subject === 'variation') return false;
  if (substitute === null) return who.length > 1 && agreement.kind === 'quorum';
  return !who.some((one) => sameParticipant(one, substitute));
}

function isAskingNobody({ who }: StepDefinition, { other }: Whose): boolean {
  return other === null && who.some(isOfArea);
}

function factsOf({ own, other }: Whose, { took }: Approval, steps: readonly StepDefinition[]): Facts {
  const asked = steps.flatMap(({ who }) => who).find((one) => 'relation' in one);
  const taken = Object.entries(took).map(([step, by]) => `${step}: ${by.map(officeOf).join(' + ')}`);
  return {
    ...(own !== AREA && { own }),
    ...(asked && other === null && { nobody: nameOf(asked) }),
    ...(asked && other !== null && !other.startsWith('/') && { other }),
    ...(taken.length > 0 && { taken: taken.join('; ') }),
  };
}

function officeOf(person: string): string {
  return person.slice(0, person.lastIndexOf('/'));
}
