import { romeDayOf } from '../calendar/rome.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { earlierAt, sayingWhoIsIndependent } from '../separation/four-eyes.js';
import { areTooFew, mostIn } from '../separation/other-areas.js';
import { barredInstead, barredOffices, eligible, seatsOf, type Relations } from '../separation/separation.js';
import { waysOut } from '../separation/ways-out.js';
import type { Decimal, Instant, LocalDate } from '../values.js';
import type { ChainDefinition, StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject, WorkflowRef } from '../workflow/definition.js';
import type { Approval, Panels } from './approval.js';
import { inItsWords } from './in-its-words.js';

/** What an approval begins with: all that it goes by later, frozen. */
export interface Opened {
  readonly subject: ApprovalSubject;
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  readonly parties: Parties;
  readonly relations: Relations;
  readonly panels: Panels;
  /** Claimed; null where the subject has no degree. */
  readonly degree: Decimal | null;
  /** The day on which it began, where it is recorded later; absent: the day of the recording. */
  readonly on?: LocalDate;
  readonly at: Instant;
}

export interface Opening extends Omit<Opened, 'panels' | 'on'> {
  readonly on?: LocalDate | undefined;
  readonly staff: Staff;
  /** It sets out also where nobody may take one of its steps, and waits there for somebody who may; absent: it does not. */
  readonly waits?: true | undefined;
}

/**
 * Begins an approval, if its chain leads somewhere for this subject: every step has somebody, or a substitute, who is
 * not on the other side of the control. An office that nobody holds today is no reason to refuse: the step waits for it.
 *
 * @throws Refused `approval/chain-empty`, `approval/no-substitute`, `approval/too-few`
 */
export function openApproval({ staff, on, waits, ...opening }: Opening): Opened {
  const chain = sayingWhoIsIndependent(opening.chain, opening.subject);
  return {
    ...opening,
    chain,
    panels: waits ? panelsSoFar(opening, staff) : panelsOf(opening, staff),
    ...(on !== undefined && on !== romeDayOf(opening.at) && { on }),
  };
}

type Asking = Pick<Opened, 'subject' | 'chain' | 'parties' | 'relations'> & Partial<Pick<Approval, 'passed' | 'took'>>;

/** @throws Refused as `openApproval` */
export function panelsOf(asking: Asking, staff: Staff): Panels {
  return inItsWords(asking.chain, () => seated(asking, staff));
}

/** A step that nobody may take asks whom it names: somebody else there may. */
function panelsSoFar({ subject, chain, parties, relations }: Asking, staff: Staff): Panels {
  const panels = chain.steps.map((step) => {
    const panel = eligible(step, parties, staff, relations, subject);
    if (panel !== null) return [step.id, { offices: panel.offices, reroutedFrom: panel.reroutedFrom }];
    const named = step.who.flatMap((who) => seatsOf(who, parties, staff, relations, subject));
    return [step.id, { offices: [...new Set(named.map(({ office }) => office))], reroutedFrom: null }];
  });
  return Object.fromEntries(panels);
}

function seated({ subject, chain, relations, ...asking }: Asking, staff: Staff): Panels {
  if (chain.steps.length === 0) throw new Refused('approval/chain-empty', { chain: chain.id });
  const { passed = [], took = {} } = asking;
  const opens = asking.passed === undefined;
  return Object.fromEntries(
    chain.steps.map((step) => {
      const earlier = passed.includes(step.id) ? [] : earlierAt(step, subject, took);
      const parties = { ...asking.parties, earlier };
      const panel = eligible(step, parties, staff, relations, subject);
      if (panel === null) {
        const all = barredOffices(step, parties, staff, relations, subject);
        const [barred] = all;
        throw new Refused('approval/no-substitute', {
          step: step.id,
          ...(barred && { office: barred.office, rule: barred.rule.code }),
          ...barredInstead(step, all, staff),
          ...waysOut(step, parties, staff, relations, { subject, opens }),
          ...(opens && { opens: 1 }),
        });
      }
      requireEnough(step, panel.offices, staff);
      return [step.id, { offices: panel.offices, reroutedFrom: panel.reroutedFrom }];
    }),
  );
}

/** As many others as a step wants, with its substitute: what an objective has not, no day brings. */
function requireEnough(step: StepDefinition, offices: readonly string[], staff: Staff): void {
  if (step.agreement.kind !== 'quorum' || !areTooFew(step, offices, staff)) return;
  const { count } = step.agreement;
  const told = { step: step.id, count, most: mostIn(offices, staff), offices: offices.join(', ') };
  throw new Refused('approval/too-few', told);
}

/**
 * @param opened  `at` is null for approvals older than terms
 * @param after   the day on which it had come back, where it is sent again
 */
export function begun(
  { at, on, ...opened }: Omit<Opened, 'at'> & { readonly at: Instant | null },
  after?: LocalDate,
): Approval {
  const opening = fresh(1, at, on);
  const setOut = { at, ...(on !== undefined && { on }), ...(after !== undefined && { after }) };
  const nothingYet = { passed: [], took: {}, agreed: {}, points: [], returnBy: null } as const;
  return { ...opened, status: 'open', ...nothingYet, opening, setOut };
}

/** @param on  the day of what opened it, where that was recorded later */
export function fresh(number: number, since: Instant | null, on?: LocalDate): Approval['opening'] {
  return {
    number,
    since,
    ...(on !== undefined && { on }),
    votes: [],
    claims: [],
    rungs: [],
    escalatedTo: [],
    substitutes: null,
  };
}
