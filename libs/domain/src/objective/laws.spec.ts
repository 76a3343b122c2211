import fc from 'fast-check';
import type { InstanceRef } from './late.js';
import { askedAt } from '../approval/approval.js';
import { upcastChain, type OldChain } from '../approval/old-chain.js';
import { addDays } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import {
  acknowledge,
  alarm,
  approve,
  assign,
  close,
  decideJustification,
  define,
  fulfilLate,
  justify,
  liquidate,
  makeDefinitive,
  rectify,
  remove,
  reopen,
  report,
  resume,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { ACT, chain, NEXT_YEAR, REGISTRY, SECRETARY } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { ObjectiveCommand, ObjectiveEvent } from './messages.js';
import { objective } from './objective.js';
import { isOwedFrom } from './series-bound.js';
import { statusOf, type ObjectiveState } from './state.js';
import { waitingOn } from './waiting.js';

const offices = ['affari-generali', 'segretario', 'vicesegretario', 'nucleo', 'giunta', 'tributi'] as const;
const office = fc.constantFrom(...offices);
/** People change office: who acts and for which office are drawn apart. */
const by = fc.record({ id: fc.constantFrom('u-head', 'u-segretario', 'u-vice', 'u-nucleo', 'u-giunta'), office });
/** The same person may hold one office today and another tomorrow. */
const holding = <Act extends { readonly by: Actor }>(act: Act) => ({
  ...act,
  staff: { ...exampleStaff, tenures: [tenure(act.by.id, act.by.office)] },
});
const shareId = fc.constantFrom(REGISTRY, SECRETARY);
const at = fc
  .integer({ min: Date.parse('2022-06-20'), max: Date.parse('2023-02-01') })
  .map((ms) => new Date(ms).toISOString());
const day = at.map((instant) => instant.slice(0, 10));
const degree = fc.constantFrom('0', '50', '95', '100', '97.5', '101', 'x');
const instances = objective.evolve(objective.initial, definition()).shares.flatMap(({ deadlines }) => deadlines);
const fulfils = fc.constantFrom(...instances.map(({ deadlineId, instance }) => ({ deadlineId, instance })));
const step = fc.constantFrom(...chain.steps.map(({ id }) => id));
const progressId = fc.constantFrom('p-1', 'p-2', 'p-3');

function definition(): ObjectiveEvent {
  const { planId, objective: planned, horizon } = define();
  return { type: 'objective.defined.v1', data: { planId, objective: planned, horizon } };
}

const anyCommand: fc.Arbitrary<ObjectiveCommand> = fc.oneof(
  fc.record({ by, at }).map(define),
  fc.record({ shareId, office, by, at }).map(assign),
  fc.record({ shareId, by, at }).map(acknowledge),
  fc
    .record({ shareId, progressId, fulfils: fc.option(fulfils), value: fc.option(degree), occurredOn: day, by, at })
    .map(report),
  fc.record({ shareId, progressId, value: fc.option(degree), by, at }).map(rectify),
  at.map(alarm),
  fc.record({ shareId, fulfils, occurredOn: day, by, at }).map(fulfilLate),
  fc.record({ shareId, selfDegree: degree, by, at }).map(submit),
  fc.record({ shareId, step, by, at }).map(holding).map(sendBack),
  fc
    .record({ shareId, step, act: fc.option(fc.constant(ACT)), by, at })
    .map(holding)
    .map(approve),
  fc
    .record({ shareId, degree, reason: fc.constantFrom('', 'motivo'), by, at })
    .map(holding)
    .map(score),
  fc.record({ shareId, amount: fc.constantFrom('0', '10.5', '-1'), by, at }).map(liquidate),
  fc.constant(close()),
);
/** A life begun in order, then anything at all. */
const anyLife = fc
  .tuple(fc.nat(upTo.liquidated.length + secretaryToTheEnd.length), fc.array(anyCommand, { maxLength: 40 }))
  .map(([length, commands]) => [...[...upTo.liquidated, ...secretaryToTheEnd].slice(0, length), ...commands]);

/** What was decided, command by command; a refusal is an answer, any other error a fault. */
function live(commands: readonly ObjectiveCommand[]) {
  let state: ObjectiveState = objective.initial;
  const history: { event: ObjectiveEvent; command: ObjectiveCommand; before: ObjectiveState }[] = [];
  for (const command of commands) {
    const before = state;
    for (const event of decided(command, before)) {
      history.push({ event, command, before });
      state = objective.evolve(state, event);
    }
  }
  return { state, history };
}

function decided(command: ObjectiveCommand, state: ObjectiveState): readonly ObjectiveEvent[] {
  try {
    return objective.decide(command, state);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

describe('whatever happens to an objective', () => {
  it('given any commands, when decided and evolved, then nothing but refusals is thrown, and JSON replays to the same state', () => {
    fc.assert(
      fc.property(anyLife, (commands) => {
        const { state, history } = live(commands);
        const replayed: ObjectiveEvent[] = JSON.parse(JSON.stringify(history.map(({ event }) => event)));
        expect(replayed.reduce((before, event) => objective.evolve(before, event), objective.initial)).toEqual(state);
        expect(state.shares.map(statusOf)).toHaveLength(state.shares.length);
        expect(Array.isArray(waitingOn(state))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('given any commands, when a command is refused or finds nothing, then the state it read is untouched', () => {
    fc.assert(
      fc.property(anyLife, anyCommand, (commands, command) => {
        const { state } = live(commands);
        const copy = structuredClone(state);
        decided(command, state);
        expect(state).toEqual(copy);
      }),
    );
  });

  it('given alarms in any order among reports, when the year is over, then each instance was answered in time or missed exactly once', () => {
    const inOrderOrNot = fc.array(
      fc.oneof(
        at.map(alarm),
        fc
          .record({ fulfils, at, progressId: fc.uuid() })
          .map((fields) => report({ ...fields, occurredOn: '2022-06-19' })),
        fc.record({ fulfils, at }).map((fields) => fulfilLate({ ...fields, occurredOn: '2022-06-19' })),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(inOrderOrNot, (commands) => {
        const begun = [...upTo.acknowledged, assign({ shareId: SECRETARY, office: 'segretario' })];
        const { state, history } = live([...begun, ...commands, alarm(NEXT_YEAR), alarm(NEXT_YEAR)]);
        const missed = history.flatMap(({ event }) =>
          event.type === 'objective.deadline-missed.v1' ? [event.data] : [],
        );
        const times = (share: string, deadlineId: string, instance: string) =>
          missed.filter((of) => of.shareId === share && of.deadlineId === deadlineId && of.instance === instance)
            .length;
        const standings = state.shares.flatMap((share) =>
          share.deadlines.map(({ deadlineId, instance, status }) => [
            status,
            times(share.shareId, deadlineId, instance),
          ]),
        );
        const expected = standings.map(([status]) => [status, status === 'answered' ? 0 : 1]);
        expect(standings).toEqual(expected);
        expect(standings.some(([status]) => status === 'open')).toBe(false);
      }),
    );
  });

  it('given any commands, when a deadline is marked missed, then its share was assigned and its rendicontazione not approved', () => {
    fc.assert(
      fc.property(anyLife, (commands) => {
        for (const { event, before } of live([...commands, alarm(NEXT_YEAR)]).history) {
          if (event.type !== 'objective.deadline-missed.v1') continue;
          const share = before.shares.find((candidate) => candidate.shareId === event.data.shareId);
          expect(share?.office).toEqual(expect.any(String));
          expect(share?.rendicontazione?.status).not.toBe('approved');
        }
      }),
      { numRuns: 300 },
    );
  });

  const anyChain: fc.Arbitrary<OldChain> = fc
    .array(fc.record({ office, substitute: fc.option(office), mayReturn: fc.boolean() }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((steps) => ({
      id: 'any',
      version: 1,
      steps: steps.map((fields, index) => ({
        ...fields,
        id: `step-${index}`,
        name: { it: '', en: '' },
        needsAct: false,
      })),
    }));

  it('given any chain and any actors, when reports are approved, returned or scored, then never by those who answer for them', () => {
    const judged = { [REGISTRY]: 0, [SECRETARY]: 0 };
    const acts = fc.array(
      fc.oneof(
        {
          weight: 6,
          arbitrary: fc
            .record({ step: fc.constantFrom('step-0', 'step-1', 'step-2', 'step-3'), by })
            .map(holding)
            .map(approve),
        },
        {
          weight: 1,
          arbitrary: fc
            .record({ step: fc.constantFrom('step-0', 'step-1'), by })
            .map(holding)
            .map(sendBack),
        },
        { weight: 1, arbitrary: fc.record({ by }).map(holding).map(score) },
        { weight: 1, arbitrary: fc.record({ by, office }).map(assign) },
        { weight: 1, arbitrary: fc.record({ by }).map(acknowledge) },
      ),
      { minLength: 20, maxLength: 80 },
    );
    fc.assert(
      fc.property(anyChain, office, shareId, fc.nat(5), acts, (itsChain, owner, share, submitterIndex, commands) => {
        const author = { id: ['u-head', 'u-segretario', 'u-vice'][submitterIndex] ?? 'u-head', office: owner };
        const indicators = share === REGISTRY ? ['rules', 'boxes'] : ['signed'];
        const measurements = indicators.map((indicatorId) => ({ indicatorId, value: 'sì', notMeasuredBecause: null }));
        const submission = submit({ shareId: share, by: author, chain: upcastChain(itsChain), measurements });
        const { history } = live([
          define(),
          assign({ shareId: share, office: owner }),
          acknowledge({ shareId: share, by: author }),
          submission,
          ...commands.flatMap((command) => [{ ...command, shareId: share }, submission]),
        ]);
        for (const { event, command, before } of history) {
          if (
            ![
              'objective.rendicontazione-approved.v1',
              'objective.rendicontazione-returned.v1',
              'objective.scored.v1',
            ].includes(event.type)
          )
            continue;
          const of = before.shares.find((candidate) => candidate.shareId === share);
          expect([of?.office, of?.areaId]).not.toContain(command.by.office);
          expect(command.by.id).not.toBe(author.id);
          judged[share] += 1;
        }
      }),
      { numRuns: 500 },
    );
    // the law would hold emptily if nobody ever got to judge
    expect(Math.min(...Object.values(judged))).toBeGreaterThan(0);
  });

  it('given a report of a time before definitions, when folded, then each step asks its office or substitute, never an owner', () => {
    fc.assert(
      fc.property(anyChain, office, (itsChain, owner) => {
        const report = {
          submission: 1,
          measurements: [],
          selfDegree: '95',
          note: '',
          evidence: [],
          submittedBy: 'u-head',
        };
        const told: readonly ObjectiveEvent[] = [
          definition(),
          { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: owner } },
          { type: 'objective.rendicontazione-submitted.v1', data: { shareId: REGISTRY, ...report, chain: itsChain } },
        ];
        const [share] = told.reduce((before, event) => objective.evolve(before, event), objective.initial).shares;
        for (const { id, office: acting, substitute } of itsChain.steps) {
          const asked = share?.rendicontazione ? askedAt(share.rendicontazione, id) : ['none'];
          expect([acting, substitute, undefined]).toContain(asked[0]);
          expect(asked).not.toContain(owner);
          expect(asked).not.toContain(share?.areaId);
        }
      }),
    );
  });

  it('given an event newer than this code, when replayed, then the state stays', () => {
    const { state } = live(upTo.liquidated);
    const newer: ObjectiveEvent[] = JSON.parse(
      `[{"type":"objective.frozen.v1","data":{"shareId":"${REGISTRY}"}},{"type":"objective.varied.v2","data":{}}]`,
    );
    for (const event of newer) expect(objective.evolve(state, event)).toEqual(state);
  });

  /** What befalls a share beside its way, by whoever may. */
  const moves: fc.Arbitrary<ObjectiveCommand> = fc.oneof(
    fc
      .record({ shareId, at })
      .map(({ shareId: share, at: when }) =>
        suspend({ shareId: share, at: when, from: romeDayOf(when), until: addDays(romeDayOf(when), 20), act: null }),
      ),
    fc.record({ shareId, at }).map(resume),
    fc.record({ shareId, at }).map(remove),
    fc.record({ shareId, missed: fulfils, at }).map(justify),
    fc
      .record({ shareId, missed: fulfils, accept: fc.boolean(), note: fc.constant('visto'), at })
      .map(decideJustification),
    fc.record({ shareId, at }).map(makeDefinitive),
    fc.record({ shareId, at }).map(reopen),
    fc.constant(close({ comment: 'chiuso con delibera' })),
  );
  const movedLife = fc
    .tuple(
      fc.nat(upTo.liquidated.length + secretaryToTheEnd.length),
      fc.array(fc.oneof(anyCommand, moves), { maxLength: 40 }),
    )
    .map(([length, commands]) => [...[...upTo.liquidated, ...secretaryToTheEnd].slice(0, length), ...commands]);

  it('given any life with rests, removals and reopenings, then JSON replays to the same state, and nothing that was there is gone', () => {
    fc.assert(
      fc.property(movedLife, (commands) => {
        const { state, history } = live(commands);
        const replayed: ObjectiveEvent[] = JSON.parse(JSON.stringify(history.map(({ event }) => event)));
        expect(replayed.reduce((before, event) => objective.evolve(before, event), objective.initial)).toEqual(state);
        const told = [...history.map(({ before }) => before), state];
        for (const [index, later] of told.entries()) {
          const before = told[index - 1];
          if (before === undefined) continue;
          expect(later.closings.slice(0, before.closings.length)).toEqual(before.closings);
          for (const share of before.shares) {
            const now = later.shares.find((one) => one.shareId === share.shareId);
            // but what of a series was owed by nobody yet
            const owed = share.deadlines.filter(isOwedFrom(now?.seriesFrom));
            expect(now?.deadlines).toHaveLength(owed.length);
            expect(now?.reopenings.length).toBeGreaterThanOrEqual(share.reopenings.length);
            expect(now?.holders.length).toBeGreaterThanOrEqual(share.holders.length);
            expect(share.removal ?? now?.removal).toEqual(now?.removal);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('given any life, when a deadline was missed and no act of before lifts it, then it never counts as met in time, and its day never moves', () => {
    fc.assert(
      fc.property(movedLife, (commands) => {
        const { state, history } = live([...commands, alarm(NEXT_YEAR)]);
        for (const { event } of history) {
          if (event.type !== 'objective.deadline-missed.v1') continue;
          const { shareId: share, deadlineId, instance, dueOn } = event.data;
          const lifts = history.some(
            ({ event: other }) => other.type === 'objective.miss-lifted.v1' && isSame(other.data, event.data),
          );
          if (lifts) continue;
          const standing = state.shares
            .find((one) => one.shareId === share)
            ?.deadlines.find((one) => one.deadlineId === deadlineId && one.instance === instance);
          expect(['missed', 'fulfilled-late']).toContain(standing?.status);
          expect(standing?.dueOn).toBe(dueOn);
        }
      }),
      { numRuns: 150 },
    );
  });
});

function isSame(a: InstanceRef & { readonly shareId: string }, b: InstanceRef & { readonly shareId: string }): boolean {
  return a.shareId === b.shareId && a.deadlineId === b.deadlineId && a.instance === b.instance;
}
