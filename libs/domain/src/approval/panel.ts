import { actingAs, holdersOf } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { seenAt } from '../separation/asked-areas.js';
import { barredIn, eligible, freePlaces, type Eligible } from '../separation/separation.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Approval } from './approval.js';

/** Who may take a step now. */
export interface Panel {
  /** In the order of the definition. */
  readonly seats: readonly Seat[];
  /** The office whose place the step's substitute takes, and the rule that bars it; null where nobody was barred. */
  readonly reroutedFrom: string | null;
  readonly rule: Eligible['rule'];
  /** All that are barred as a whole: the substitute speaks once for them. */
  readonly replaced: Eligible['replaced'];
}

export interface Seat {
  readonly office: string;
  /** Whom the office can send today; none while it is vacant. */
  readonly persons: readonly string[];
  /** Those of the office itself, whatever bars them. */
  readonly holders: readonly string[];
  /** Of whoever else of `persons` is there, in whose place: of holders, or of the office itself while it is vacant. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  /** Decides for all who were silent: the step was escalated to it, or it takes their place. */
  readonly decides: boolean;
}

/** Who may take a step of this approval on the day of `staff`; null: nobody, nor a substitute. */
export function panelOf(of: Approval, step: StepDefinition, staff: Staff): Panel | null {
  const approval = seenAt(step, of);
  const { opening, parties, relations, subject } = approval;
  const asked = opening.substitutes === null ? eligible(step, parties, staff, relations, subject) : null;
  const seats = asked === null ? [] : seatsOf(asked.offices, false, approval, staff);
  const called = [...(opening.substitutes ?? []), ...opening.escalatedTo];
  const free = called.flatMap((office) => {
    const alone = eligible({ ...step, ...ALONE, who: [{ office }] }, parties, staff, relations, subject);
    return alone === null ? [] : seatsOf(alone.offices, true, approval, staff);
  });
  const all = [...seats.filter(({ office }) => !called.includes(office)), ...free];
  if (all.length === 0) return null;
  return {
    seats: all,
    reroutedFrom: asked?.reroutedFrom ?? null,
    rule: asked?.rule ?? null,
    replaced: asked?.replaced ?? [],
  };
}

const ALONE = { agreement: { kind: 'one' }, substitute: null } as const;

function seatsOf(
  offices: readonly string[],
  decides: boolean,
  { subject, parties }: Approval,
  staff: Staff,
): readonly Seat[] {
  return offices.map((office) => {
    const acting = actingAs(staff, office, subject).filter((one) => barredIn(one, parties, staff) === null);
    const places = acting
      .filter(({ onBehalfOf }) => onBehalfOf !== null)
      .map((one) => [one.person, freePlaces(one, parties, staff)]);
    return {
      office,
      persons: acting.map(({ person }) => person),
      holders: holdersOf(staff, office).map(({ person }) => person),
      places: Object.fromEntries(places),
      decides,
    };
  });
}
