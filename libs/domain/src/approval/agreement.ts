import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Claim, Opening } from './approval.js';
import type { Panel, Seat } from './panel.js';
import { haveAllSpoken, isByOffice, type Voted } from './voices.js';

/** Whether those who agreed so far are enough. */
export function isAgreed({ agreement }: StepDefinition, panel: Panel, votes: readonly Voted[]): boolean {
  if (votes.length === 0) return false;
  const deciding = panel.seats.filter(({ decides }) => decides).map(({ office }) => office);
  if (votes.some(({ office }) => deciding.includes(office))) return true;
  const seats = panel.seats.filter(({ decides }) => !decides);
  switch (agreement.kind) {
    case 'one':
      return true;
    case 'all':
      return seats.every((seat) =>
        agreement.of === 'members' ? haveAllSpoken(seat, votes) : votes.some(({ office }) => office === seat.office),
      );
    case 'quorum':
      return new Set(votes.map(({ person }) => person)).size >= agreement.count;
    case 'weighted': {
      const { weights, threshold } = agreement;
      const spoken = new Set(votes.map(({ office }) => office));
      // what was said before somebody was barred counts, and once
      const replaced = panel.replaced.filter((office) => !spoken.has(office));
      const own = [...spoken].filter((office) => weights[office] !== undefined);
      const instead = own.length < spoken.size ? replaced : [];
      return sumOf([...own, ...instead], weights) >= threshold;
    }
  }
}

type Weights = Readonly<Record<string, number>>;

/** A substitute weighs as much as all whose place it takes. */
export function weightOf(office: string, weights: Weights, { replaced }: Pick<Panel, 'replaced'>): number {
  return weights[office] ?? sumOf(replaced, weights);
}

function sumOf(offices: readonly string[], weights: Weights): number {
  return offices.reduce((sum, office) => sum + (weights[office] ?? 0), 0);
}

/** Whether one person alone is never enough, whoever else is there. */
export function asksSeveral({ agreement, who }: Pick<StepDefinition, 'agreement' | 'who'>): boolean {
  switch (agreement.kind) {
    case 'one':
      return false;
    case 'all':
      // a role or a relation may be of several offices
      return agreement.of === 'members' || who.length > 1 || who.some((one) => !('office' in one));
    case 'quorum':
      return agreement.count > 1;
    case 'weighted':
      return Object.values(agreement.weights).every((weight) => weight < agreement.threshold);
  }
}

/**
 * Whether two claims are for one seat: at a step that one person decides, all are of those whom it asks, or who take their place;
 * whom it was escalated to waits for nobody else.
 */
export function isSameSeat(
  { agreement }: StepDefinition,
  { escalatedTo, substitutes }: Pick<Opening, 'escalatedTo' | 'substitutes'>,
  a: Pick<Claim, 'office'>,
  b: Pick<Claim, 'office'>,
): boolean {
  if (a.office === b.office) return true;
  if (agreement.kind !== 'one' || escalatedTo.includes(a.office) || escalatedTo.includes(b.office)) return false;
  return substitutes?.includes(a.office) === substitutes?.includes(b.office);
}

/** The offices that may act now: all, or where they follow one another the first that has not spoken yet. */
export function onTurn(step: StepDefinition, panel: Panel, votes: readonly Voted[]): readonly Seat[] {
  if (step.order === 'parallel') return panel.seats;
  const first = panel.seats.find((seat) => !seat.decides && !hasSpoken(step, seat, votes));
  return panel.seats.filter((seat) => seat.decides || seat === first);
}

function hasSpoken(step: StepDefinition, seat: Seat, votes: readonly Voted[]): boolean {
  const speaksOnce = isByOffice(step) || step.agreement.kind === 'one';
  return speaksOnce ? votes.some(({ office }) => office === seat.office) : haveAllSpoken(seat, votes);
}
