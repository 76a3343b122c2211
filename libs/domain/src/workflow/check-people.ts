import type { Approval } from '../approval/approval.js';
import { panelOf } from '../approval/panel.js';
import { stuckAt } from '../approval/stuck.js';
import type { Staff } from '../organisation/staff.js';
import { usuallyIndependentOf } from '../separation/four-eyes.js';
import { areTooFew } from '../separation/other-areas.js';
import { eligible } from '../separation/separation.js';
import type { ChainDefinition, Participant, StepDefinition } from './chain-definition.js';
import type { ApprovalSubject } from './definition.js';
import { isHearing } from './limits/chains.js';
import { membersOf } from './members-of.js';
import { mistake, type DefinitionPath, type WorkflowMistake } from './mistake.js';
import { entriesOf, isOf, nameOf, othersAt, sameParticipant } from './participants.js';
import { AREA, officesIn, playable, staffOf, type Both } from './people/chain-staff.js';
import { saidOfOffice } from './people/alike.js';
import { deadEndsOf, WORK, type Work } from './people/dead-ends.js';
import { proposersFor, type Proposing } from './people/proposing.js';
import { beginning, setOut, type Proposed } from './people/setting-out.js';
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
  proposing: Proposing,
  path: DefinitionPath,
): WorkflowMistake[] {
  const { offices } = proposing;
  const found = withNobody(subject, steps, proposing);
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
  proposing: Proposing,
  both: Both | null = null,
  work: Work = { left: WORK },
): ReadonlyMap<string, Facts> {
  const { offices } = proposing;
  // who is heard judges nothing
  const steps = playable(subject === 'evaluation' ? all.filter((step) => !isHearing(step)) : all, subject);
  const staff = staffOf(steps, offices, both);
  const found = new Map<string, Facts>();
  const isCounted = (office: string) => membersOf(office, offices) !== null;
  const isMet = both !== null || meetAgain(subject, steps);
  const kinds = new Map(officesIn(steps).map((office) => [office, saidOfOffice(office, steps, offices)]));
  const kindWith =
    ({ own, other, proposer }: Proposed) =>
    (office: string) =>
      [own, other, proposer].includes(office) || both?.includes(office) ? office : (kinds.get(office) ?? office);
  for (const [index, whose] of whoseMayBe(subject, steps, offices, both).entries()) {
    const alone = beginning(subject, steps, whose);
    // what all together cannot pass is told as that
    if (index === 0 && steps.some((step) => stuckAt(step, panelOf(alone, step, staff), [], staff) !== null)) break;
    const barredAlone = steps.filter((step) => isRefused(step, alone, staff));
    const deadWith = (proposed: Proposed): readonly (readonly [string, Facts])[] => {
      const approval = setOut(subject, steps, proposed, staff, both);
      const refused = steps.filter((step) => isRefused(step, approval, staff));
      // a substitute’s own objective of one area: whoever hands it in is told
      const lacking = refused.filter(
        (step) => (isLackingHere(subject, step) || !barredAlone.includes(step)) && !isAskingNobody(step, whose),
      );
      const dead: Iterable<readonly [string, Approval]> =
        refused.length > 0
          ? lacking.map(({ id }) => [id, approval])
          : isMet
            ? deadEndsOf(approval, staff, { finite: isCounted, kindOf: kindWith(proposed), work })
            : [];
      return [...dead].map(([step, moment]) => [step, factsOf(proposed, step, moment, steps)]);
    };
    const proposers = subject === 'premium-run' ? proposersFor(whose.own, proposing, both) : [];
    const each = proposers.map((proposer) => deadWith({ ...whose, proposer }));
    // of several the one proposes who leaves somebody: the others are refused, and told so
    const always = each.every((dead) => dead.length > 0) ? each.flat() : [];
    const dead = each.length === 1 ? always : [...deadWith({ ...whose, proposer: null }), ...always];
    for (const [step, facts] of dead) found.set(step, found.get(step) ?? facts);
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

function factsOf(
  { own, other, proposer }: Proposed,
  step: string,
  { took, parties }: Approval,
  steps: readonly StepDefinition[],
): Facts {
  const asks = officesIn(steps.filter(({ id }) => id === step));
  const isMissed = proposer !== null && parties.authors.length > 0 && asks.includes(proposer);
  const asked = steps.flatMap(({ who }) => who).find((one) => 'relation' in one);
  const taken = Object.entries(took).map(([step, by]) => `${step}: ${by.map(officeOf).join(' + ')}`);
  return {
    ...(own !== AREA && { own }),
    ...(isMissed && { proposer }),
    ...(asked && other === null && { nobody: nameOf(asked) }),
    ...(asked && other !== null && !other.startsWith('/') && { other }),
    ...(taken.length > 0 && { taken: taken.join('; ') }),
  };
}

function officeOf(person: string): string {
  return person.slice(0, person.lastIndexOf('/'));
}
