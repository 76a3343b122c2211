import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Claim, Vote } from './approval.js';
import type { Panel, Seat } from './panel.js';

type Voted = Pick<Vote, 'person' | 'office'>;

/** Whether those who agreed so far are enough. */
export function isAgreed({ agreement }: StepDefinition, panel: Panel, votes: readonly Voted[]): boolean {
  if (votes.length === 0) return false;
  const deciding = panel.seats.filter(({ decides }) => decides).map(({ office }) => office);
  if (votes.some(({ office }) => deciding.includes(office))) return true;
  const seats = panel.seats.filter(({ decides }) => !decides);
  const persons = new Set(votes.map(({ person }) => person));
  switch (agreement.kind) {
    case 'one':
      return true;
    case 'all':
      return agreement.of === 'members'
        ? seats.flatMap((seat) => seat.persons).every((person) => persons.has(person))
        : seats.every(({ office }) => votes.some((vote) => vote.office === office));
    case 'quorum':
      return persons.size >= agreement.count;
    case 'weighted': {
      const offices = [...new Set(votes.map(({ office }) => office))];
      return (
        offices.reduce((sum, office) => sum + weightOf(office, agreement.weights, panel), 0) >= agreement.threshold
      );
    }
  }
}

/** A substitute weighs as much as the office whose place it takes. */
function weightOf(office: string, weights: Readonly<Record<string, number>>, { reroutedFrom }: Panel): number {
  return weights[office] ?? weights[reroutedFrom ?? ''] ?? 0;
}

/** Whether one person alone is never enough, whoever else is there. */
export function asksSeveral({ agreement }: Pick<StepDefinition, 'agreement'>): boolean {
  return agreement.kind === 'quorum' ? agreement.count > 1 : agreement.kind !== 'one';
}

/** Whether one person speaks for a whole office at this step, so that a second one of it adds nothing. */
export function isByOffice({ agreement }: StepDefinition): boolean {
  return agreement.kind === 'weighted' || (agreement.kind === 'all' && agreement.of === 'offices');
}

/** Whether two claims are for one seat: at a step that one person decides, all are. */
export function isSameSeat(step: StepDefinition, a: Pick<Claim, 'office'>, b: Pick<Claim, 'office'>): boolean {
  return step.agreement.kind === 'one' || a.office === b.office;
}

/** The offices that may act now: all, or where they follow one another the first that has not spoken yet. */
export function onTurn(step: StepDefinition, panel: Panel, votes: readonly Voted[]): readonly Seat[] {
  if (step.order === 'parallel') return panel.seats;
  const first = panel.seats.find((seat) => !seat.decides && !hasSpoken(step, seat, votes));
  return panel.seats.filter((seat) => seat.decides || seat === first);
}

function hasSpoken(step: StepDefinition, { office, persons }: Seat, votes: readonly Voted[]): boolean {
  const voters = votes.map(({ person }) => person);
  if (isByOffice(step) || step.agreement.kind === 'one') return votes.some((vote) => vote.office === office);
  return persons.every((person) => voters.includes(person));
}

/** Whether the step could still agree if everyone who is left did: false where too many offices are vacant. */
export function isAttainable(step: StepDefinition, panel: Panel, votes: readonly Voted[]): boolean {
  const all = [...votes];
  for (const { office, persons } of panel.seats) {
    for (const person of persons) {
      const heard = all.some((vote) => vote.person === person || (isByOffice(step) && vote.office === office));
      if (!heard) all.push({ person, office });
    }
  }
  return isAgreed(step, panel, all);
}
