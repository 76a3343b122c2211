import { actOn } from '../approval/compose.js';
import { deadEndOf, openedByAnother } from '../approval/dead-end.js';
import { evolveApproval } from '../approval/evolve.js';
import type { Approval } from '../approval/approval.js';
import type { ApprovalFact } from '../approval/facts.js';
import { inItsWords } from '../approval/in-its-words.js';
import { begun } from '../approval/open.js';
import { ownFirstStep } from '../approval/own-first-step.js';
import { actingAs } from '../organisation/acting.js';
import type { Parties, Prepared, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { sayingWhoIsIndependent } from '../separation/four-eyes.js';
import { barredBy } from '../separation/separation.js';
import type { Actor, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';
import { COMPUTING, officesComputing } from './running.js';

/** What the approval of a run is called. */
export const REF = { subject: 'premium-run', shareId: null } as const;

const NOTHING_ASKED = { points: [], returnBy: null, degree: null, reason: '' } as const;

/** A run that somebody proposes. */
interface Proposing {
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  /** Whom it pays. */
  readonly paid: Parties;
  readonly staff: Staff;
  readonly by: Actor;
  readonly on: LocalDate | undefined;
  readonly at: Instant;
}

/** How it sets out. */
interface SetOut {
  readonly parties: Parties;
  /** The proposer's own first step, where there is one. */
  readonly taken: readonly ApprovalFact[];
}

/**
 * How a run sets out, if somebody is left for every step: asked before anything is signed.
 *
 * @throws Refused `premium/nobody-at-step`
 */
export function requireWayThrough(
  { runId }: { readonly runId: string },
  proposing: Proposing,
  preparedBy: readonly Prepared[],
): SetOut {
  const { approval, ...setOut } = settingOut(proposing, preparedBy);
  const { chain, staff } = proposing;
  const found = chain.steps.length === 0 ? null : deadEndOf(approval, staff);
  if (found === null) return setOut;
  const { step, offices, persons, taken, rule } = found;
  const anew = computedByOthers(proposing, preparedBy);
  return inItsWords(chain, () => {
    throw new Refused('premium/nobody-at-step', {
      run: runId,
      step,
      offices: offices.join(', '),
      persons: persons.join(', '),
      steps: taken.join(', '),
      ...(rule !== null && { rule }),
      ...anew,
      who: openedByAnother(approval, staff).join(', '),
    });
  });
}

function settingOut(
  { chain, workflow, paid, staff, by, on, at }: Proposing,
  preparedBy: readonly Prepared[],
): SetOut & { readonly approval: Approval } {
  const opened = (parties: Parties): Approval => {
    const said = sayingWhoIsIndependent(chain, REF.subject);
    const opening = { ...REF, chain: said, workflow, parties, relations: {}, panels: {}, degree: null, at };
    return begun({ ...opening, ...(on !== undefined && { on }) });
  };
  const alone = opened({ ...paid, ...preparing(preparedBy) });
  const step = ownFirstStep(alone, { by, staff });
  // whoever proposes without a step of their own decides on none
  const authors = step === null ? [by.id] : [];
  const parties = { ...paid, authors, ...preparing([...preparedBy, { person: by.id, office: by.office }]) };
  const deed = { do: 'take-step', outcome: 'approve', note: '', act: null, ...NOTHING_ASKED } as const;
  const told = on !== undefined && { on };
  const taken =
    step === null
      ? []
      : actOn(alone, { type: 'approval.act', ...REF, staff, by, at, deed: { ...deed, step, ...told } });
  return { parties, taken, approval: taken.reduce(evolveApproval, opened(parties)) };
}

/** Each once; nobody is not told. */
function preparing(prepared: readonly Prepared[]): Pick<Parties, 'prepared'> {
  const each = [...new Map(prepared.map((one) => [`${one.person} ${one.office}`, one])).values()];
  return each.length === 0 ? {} : { prepared: each };
}

/**
 * The offices of which somebody else, or another holder, could compute it anew, and it would go through: `anew`, whoever proposes it
 * now; else `afresh`, where they propose it too.
 */
function computedByOthers(proposing: Proposing, preparedBy: readonly Prepared[]): Readonly<Record<string, string>> {
  const { staff, by, paid } = proposing;
  const before = [by.id, ...preparedBy.map(({ person }) => person)];
  const offices = (isTheWay: (as: Actor, of: Staff) => boolean) =>
    officesComputing(staff).filter((office) => {
      const another = {
        person: `${office}/another`,
        office,
        roles: [COMPUTING.role],
        from: staff.day,
        to: null,
        act: null,
      };
      const more = { ...staff, tenures: [...staff.tenures, another] };
      return actingAs(more, office).some(({ person }) => {
        const of = person === another.person ? more : staff;
        return !before.includes(person) && isTheWay({ id: person, office }, of);
      });
    });
  // they would do it today, whatever day is told now
  const goesThrough = (of: Staff, computing: Actor, proposer: Actor) => {
    const prepared = [{ person: computing.id, office: computing.office }];
    return (
      deadEndOf(settingOut({ ...proposing, on: undefined, staff: of, by: proposer }, prepared).approval, of) === null
    );
  };
  const anew = offices((as, of) => goesThrough(of, as, by));
  if (anew.length > 0) return { anew: anew.join(', ') };
  const afresh = offices((as, of) => barredBy(as, paid, of) === null && goesThrough(of, as, as));
  return afresh.length > 0 ? { afresh: afresh.join(', ') } : {};
}
