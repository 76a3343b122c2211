import fc from 'fast-check';
import { currentStep, type Approval } from '../approval/approval.js';
import { actOn } from '../approval/compose.js';
import { evolveApproval } from '../approval/evolve.js';
import type { ApprovalFact } from '../approval/facts.js';
import { begun, openApproval } from '../approval/open.js';
import { rungsAhead, timeOut } from '../approval/terms.js';
import { waitingAt } from '../approval/waiting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { requireWayThrough } from '../premium/way-through.js';
import { Refused } from '../refused.js';
import { takes } from '../testing/approval.js';
import { parties, tenure } from '../testing/staff.js';
import { office, step, town } from '../testing/workflow.js';
import type { Participant, StepDefinition, TimeoutAction } from './chain-definition.js';
import { checkPeople } from './check-people.js';
import type { ApprovalSubject } from './definition.js';

const offices = [
  ...town.offices.filter(({ function: of }) => of !== 'evaluation-body' && of !== 'personnel'),
  { id: 'personale', function: 'personnel', members: 1, names: [] },
  { id: 'nucleo', function: 'evaluation-body', members: 2, names: [] },
  { id: 'coppia', function: null, members: 2, names: [] },
] as const;
const PEOPLE = { segretario: 1, vicesegretario: 1, nucleo: 2, coppia: 2, area: 3, altra: 3, personale: 1 };
const CALENDAR = { patronDay: null };

const staff: Staff = {
  day: '2024-01-15',
  offices,
  tenures: Object.entries(PEOPLE).flatMap(([of, many]) =>
    Array.from({ length: many }, (_, index) => tenure(`${of}-${index + 1}`, of)),
  ),
  delegations: [],
  beneficiaries: [],
};

const named = fc.constantFrom(...['segretario', 'vicesegretario', 'nucleo', 'coppia'].map(office));
const asked = fc.oneof(
  { weight: 4, arbitrary: named },
  { weight: 1, arbitrary: fc.constant<Participant>({ relation: 'other-areas' }) },
);
const lateness = fc.oneof(
  { weight: 2, arbitrary: fc.constant<readonly TimeoutAction[]>([]) },
  named.map((to): readonly TimeoutAction[] => [{ after: 1, do: 'escalate', to }]),
  named.map((by): readonly TimeoutAction[] => [{ after: 1, do: 'substitute', by }]),
);
const steps = fc
  .array(
    fc.record({
      who: fc.uniqueArray(asked, { minLength: 1, maxLength: 2, selector: (one) => JSON.stringify(one) }),
      substitute: fc.option(named),
      onTimeout: lateness,
      two: fc.boolean(),
      independent: fc.constantFrom('earlier', 'earlier', 'nobody'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(({ who, substitute, onTimeout, two, independent }, index): StepDefinition => {
      const agreement = two ? ({ kind: 'quorum', count: 2 } as const) : ({ kind: 'one' } as const);
      const term = onTimeout.length > 0 ? { workingDays: 3 } : null;
      const outcomes = ['approve', 'correct-degree'] as const;
      return step(`passo-${index + 1}`, who, {
        substitute,
        onTimeout,
        term,
        agreement,
        independentOf: independent,
        outcomes,
      });
    }),
  );

/** Of a run each has a substitute, as the law's limits want. */
const signing = fc.constantFrom(...['segretario', 'vicesegretario', 'coppia', 'personale'].map(office));
const ofRuns = fc
  .array(fc.tuple(signing, signing, fc.constantFrom('earlier', 'nobody')), { minLength: 1, maxLength: 3 })
  .filter((all) => all.every(([one, other]) => JSON.stringify(one) !== JSON.stringify(other)))
  .map((all) =>
    all.map(([one, substitute, independentOf], index) =>
      step(`passo-${index + 1}`, [one], { substitute, independentOf }),
    ),
  );

const subjects = fc.constantFrom<ApprovalSubject>('rendicontazione', 'justification');
const owners = ['area', 'segretario', 'vicesegretario', 'coppia'] as const;
const others = [null, 'altra', 'segretario', 'vicesegretario', 'coppia'] as const;

/** Plays on by one word or time-out, whichever the number chooses; null: nobody is left. */
function playedOn(
  approval: Approval,
  at: string,
  choice: number,
): { readonly next: Approval; readonly at: string } | null {
  const now = { ...staff, day: at.slice(0, 10) };
  const waited = currentStep(approval);
  const waits = waitingAt(approval, now, CALENDAR);
  if (waited === null || waits === null) return { next: approval, at };
  const by = waits.who.flatMap(({ office: of, persons }) => persons.map((id) => ({ id, office: of })));
  const [rung] = rungsAhead(approval, CALENDAR);
  if (rung === undefined && (by.length === 0 || waits.stuck !== null)) return null;
  const actor = by[choice % (by.length + (rung === undefined ? 0 : 1))];
  const facts = (): readonly ApprovalFact[] => {
    if (actor !== undefined) return spoken(approval, waited, actor, now, at, choice);
    return timeOut(approval, now, `${rung?.on ?? at.slice(0, 10)}T12:00:00.000Z`, CALENDAR);
  };
  const next = facts().reduce((before, fact) => evolveApproval(before, fact), approval);
  return { next, at: actor === undefined && rung !== undefined ? `${rung.on}T12:00:00.000Z` : at };
}

function spoken(
  approval: Approval,
  { id }: StepDefinition,
  by: { readonly id: string; readonly office: string },
  now: Staff,
  at: string,
  choice: number,
): readonly ApprovalFact[] {
  const corrects = choice % 5 === 0 && approval.degree !== null;
  const degree = `${50 + (choice % 40)}`;
  const said =
    corrects && degree !== approval.degree ? ({ outcome: 'correct-degree', degree, reason: 'Errore' } as const) : {};
  const [deed] = takes(id, by, said);
  return actOn(approval, { type: 'approval.act', subject: approval.subject, shareId: null, deed, staff: now, by, at });
}

function opened(subject: ApprovalSubject, chain: readonly StepDefinition[], whose: Parties, other: string | null) {
  const relations = { 'other-areas': other === null ? [] : [other] };
  const told = { id: subject, version: 1, steps: chain };
  const rest = { workflow: null, parties: whose, relations, degree: subject === 'rendicontazione' ? '90' : null };
  try {
    return begun(openApproval({ subject, chain: told, ...rest, staff, at: '2024-01-15T08:00:00.000Z' }));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** A quorum above the members is told by another rule. */
function isTooFewAnyway({ who, agreement }: StepDefinition): boolean {
  const [only, second] = who;
  const isOne = second === undefined && only !== undefined && 'office' in only && /segretario/.test(only.office);
  return isOne && agreement.kind === 'quorum';
}

describe('a chain that is accepted', () => {
  it('never comes to a step with nobody, whosever it is, whoever speaks and however late', () => {
    let lived = 0;
    fc.assert(
      fc.property(
        subjects,
        steps,
        fc.constantFrom(...owners),
        fc.constantFrom(...others),
        fc.infiniteStream(fc.nat(1000)),
        (subject, chain, own, other, choices) => {
          fc.pre(other !== own);
          fc.pre(checkPeople(subject, { steps: chain }, { offices, instead: null }, ['steps']).length === 0);
          const approval = opened(subject, chain, parties({ authors: [`${own}-1`], offices: [own] }), other);
          if (approval === null || chain.some(isTooFewAnyway)) return;
          lived += 1;
          let moment: ReturnType<typeof playedOn> = { next: approval, at: '2024-01-15T08:00:00.000Z' };
          for (let words = 0; words < 40 && moment !== null && moment.next.status === 'open'; words++) {
            const choice: number = choices.next().value ?? 0;
            moment = playedOn(moment.next, moment.at, choice);
          }
          expect(moment).not.toBeNull();
        },
      ),
      { numRuns: 100 },
    );
    expect(lived).toBeGreaterThan(5);
  });

  it('of a run lets whoever proposes it set it out, whomever it pays', () => {
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(ofRuns, (chain) => {
        const by = { id: 'personale-1', office: 'personale' };
        const setsOut = (own: string): boolean => {
          const paid = parties({ offices: [own], beneficiaries: [`${own}-1`] });
          const proposing = { chain: { id: 'premium-run', version: 1, steps: chain }, workflow: null, paid, staff, by };
          const at = '2024-01-15T08:00:00.000Z';
          try {
            requireWayThrough({ runId: 'aree' }, { ...proposing, on: undefined, at }, [
              { person: by.id, office: by.office },
            ]);
            return true;
          } catch (error) {
            if (error instanceof Refused) return false;
            throw error;
          }
        };
        const isOut = owners.every(setsOut);
        if (checkPeople('premium-run', { steps: chain }, { offices, instead: null }, ['steps']).length > 0) {
          refused += Number(!isOut);
          return;
        }
        accepted += 1;
        expect(isOut).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(accepted, refused)).toBeGreaterThan(5);
  });
});
