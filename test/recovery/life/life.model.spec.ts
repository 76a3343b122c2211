import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { addDays } from '#domain';
import { commands, example } from '#domain/testing';
import { createEngine } from '#engine';
import { startEventNode, type EventNode } from '#event-node';
import { eventStoreDb, verifyStream, type EventStore } from '#event-store';
import { acts, type ActName } from './acts/acts.js';
import type { Deed } from './acts/deed.js';
import { beside, planned } from './acts/proposal.js';
import { versions } from './approving.js';
import { AREA, begun, FIRST_DAY, type Change, type ShareId } from './model.js';
import { everybody, type Office } from './people.js';
import { alike, BODY, DaysPass, Does, everyPlace, lastOf, logsOf, readOn, send, type Life } from './story.js';

const SOAK = process.env['SOAK'] === '1';
/** A life takes 0.2 s of one core: a thousand of them three to four minutes. */
const LIVES = SOAK ? 1_000 : 25;

const id = fc.constantFrom<ShareId>('area', 'segretario');
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.integer({ min: -5, max: 120 }).map((days) => ({ kind: 'day', to: addDays('2022-07-31', days) }) as const),
  fc.integer({ min: 1, max: 99 }).map((n) => ({ kind: 'words', words: `Faldoni riordinati, ${n}` }) as const),
  fc.record({ kind: fc.constant('points' as const), from: id, points: fc.constantFrom(0.5, 2, 3) }),
  fc.constant({ kind: 'stralcio' } as const),
);
const deed: fc.Arbitrary<Deed> = fc.record({
  by: fc.constantFrom(...everybody),
  id,
  to: fc.constantFrom(...everybody),
  office: fc.constantFrom<Office>('affari-generali', 'tributi', 'segretario'),
  daysAgo: fc.constantFrom(0, 0, 3, 30, 60),
  version: fc.constantFrom(1, 1, ...versions),
  change,
  index: fc.constantFrom(0, 0, 1, 2),
});

/** What goes on more often than what ends or turns back: otherwise hardly any life would come to its end. */
const OFTEN: readonly ActName[] = [
  'assign',
  'acknowledge',
  'answer',
  'submit',
  'rendicontazione: agree',
  'justify',
  'fulfil late',
  'justification: agree',
  'ask for a variation',
  'variation: agree',
  'objective: agree',
  'what follows follows',
  'score',
  'liquidate',
];

/** Seldom tried where it must be refused: otherwise most lives would be nothing but refusals. */
const doesOf = (name: ActName): fc.Arbitrary<Does> =>
  fc.record({ deed, chance: fc.nat(9) }).map(({ deed: done, chance }) => new Does(name, done, chance === 0));

const deedOf = (share: ShareId): Deed => ({
  by: 'head',
  id: share,
  to: 'second',
  office: AREA[share],
  daysAgo: 0,
  version: 1,
  change: { kind: 'day', to: '2022-09-30' },
  index: 0,
});
const does = (name: ActName, share: ShareId = 'area', daysAgo = 0, index = 0) =>
  new Does(name, { ...deedOf(share), daysAgo, index });

/** A share's way in good order, so that what comes late is reached too. */
function inOrder(share: ShareId): readonly Does[] {
  const agreed = Array.from({ length: 3 }, () => 'rendicontazione: agree' as const);
  return (['assign', 'acknowledge', 'answer', 'submit', ...agreed, 'score', 'liquidate'] as const).map((name) =>
    does(name, share),
  );
}

const taken = [does('assign'), does('acknowledge'), does('assign', 'segretario'), does('acknowledge', 'segretario')];
const weighed = [does('variation: agree'), does('variation: agree'), does('variation: agree')];

/** How a life begins, so that what is rare by chance is seen in a few lives, too. */
const beginnings = {
  'in the plan': [does('define')],
  proposed: [does('propose'), does('objective: agree'), does('objective: agree'), does('define')],
  'half proposed': [does('propose'), does('objective: agree')],
  'in a draft and out': [
    does('propose'),
    does('objective: agree'),
    does('define'),
    new DaysPass(20),
    does('have it in the draft no more'),
    does('objective: agree'),
  ],
  late: [does('define'), ...taken, new DaysPass(60), does('the alarm rings'), does('justify')],
  varied: [does('define'), ...taken, does('ask for a variation'), ...weighed, does('what follows follows')],
  'moved in time': [
    does('define'),
    ...taken,
    does('ask for a variation'),
    ...weighed.slice(0, 2),
    new DaysPass(60),
    does('the alarm rings'),
    does('justify'),
    does('variation: agree', 'area', 30),
    does('what follows follows'),
  ],
  'suspended in time': [
    does('define'),
    ...taken,
    new DaysPass(60),
    does('the alarm rings'),
    does('justify'),
    does('suspend', 'area', 30),
    does('suspend', 'segretario', 30),
    does('give a miss back', 'segretario'),
  ],
  'rested in another order': [
    does('define'),
    ...taken,
    new DaysPass(50),
    does('suspend', 'area', 3, 1),
    new DaysPass(5),
    does('the alarm rings'),
    does('suspend', 'area', 30),
    new DaysPass(1),
    does('the alarm rings'),
  ],
  'told on another day': [
    does('define'),
    ...taken,
    new DaysPass(40),
    does('ask for a variation'),
    does('variation: correct a day', 'area', 30),
    ...weighed.slice(0, 2),
    does('variation: correct a day', 'area', 3),
    does('variation: agree', 'area', 3),
    does('what follows follows'),
    does('correct a hand-over', 'area', 30),
  ],
  'under variation': [does('define'), ...taken, does('ask for a variation'), does('variation: agree')],
  'borne by another': [
    does('define'),
    does('assign'),
    new Does('remove', { ...deedOf('area'), by: 'segretario', index: 1 }, true),
    does('remove', 'area', 0, 1),
    does('what follows follows'),
    does('assign', 'segretario'),
    new DaysPass(190),
    new Does('remove', { ...deedOf('segretario'), by: 'giunta', index: 1 }, true),
    does('remove', 'segretario'),
  ],
  'given while it is varied': [
    does('define'),
    ...taken,
    does('ask for a variation'),
    new Does('assign', { ...deedOf('area'), office: 'segretario' }),
    does('variation: agree'),
  ],
} as const;

describe('the life of an objective', () => {
  let node: EventNode;
  let store: EventStore;
  beforeAll(async () => {
    node = await startEventNode({ inMemory: true, port: 0 });
    store = eventStoreDb(node.url);
  });
  afterAll(async () => {
    await store.close();
    await node.stop();
  });

  it(`given anything that anybody does, then engine and model tell the same story, ${LIVES} times`, async () => {
    const names = [...(Object.keys(acts) as ActName[]), ...OFTEN, ...OFTEN];
    const anything = fc.commands(
      [...names.map(doesOf), fc.integer({ min: 1, max: 40 }).map((days) => new DaysPass(days))],
      { maxCommands: 280, size: 'max' },
    );
    const beginning = fc.constantFrom(...(Object.keys(beginnings) as (keyof typeof beginnings)[]));
    const begunUntil = fc.constantFrom(0, 0, 2, 4, 7, 9);
    await fc.assert(
      fc.asyncProperty(beginning, begunUntil, begunUntil, anything, async (how, area, segretario, deeds) => {
        const life = await bornIn(store);
        const kept = { model: begun };
        const before: readonly (Does | DaysPass)[] = [...beginnings[how], ...inOrder('area').slice(0, area)];
        for (const one of [...before, ...inOrder('segretario').slice(0, segretario)])
          if (one.check(kept)) await one.run(kept, life);
        await fc.asyncModelRun(() => ({ model: kept, real: life }), deeds);
        // what was written stays as it was, and the log alone gives the same state, to whoever reads it for the first time
        await alike(kept.model, life, everyPlace(kept.model));
        const logs = await logsOf(life);
        expect(logs).toEqual(life.logs);
        for (const log of logs.values()) expect(verifyStream(log)).toEqual({ ok: true });
        const anew = await createEngine({ store, body: BODY }).load('objective', life.id);
        expect(anew).toEqual(await life.engine.load('objective', life.id));
      }),
      { numRuns: LIVES },
    );
  }, 3_600_000);
});

/** A plan in force, and of its objective nothing yet; the one beside was given to the Segretario. */
async function bornIn(store: EventStore): Promise<Life> {
  const [engine, follower] = [createEngine({ store, body: BODY }), createEngine({ store, body: BODY })];
  const planId = randomUUID();
  const life: Life = { engine, follower, store, planId, id: `${planId}-6.1.1`, logs: new Map(), followed: 0n };
  const issued = { by: example.staff, at: `${FIRST_DAY}T06:00:00.000Z` };
  const document = { ...example.document, objectives: [planned, beside] };
  await send(life, 'plan', planId, { type: 'plan.draft', planId, document, ...issued });
  await send(life, 'plan', planId, { type: 'plan.approve', act: example.ACT, ...issued });
  await send(life, 'plan', planId, { type: 'plan.enter-into-force', from: '2022-01-01', ...issued });
  const define = commands.define({ objective: beside, at: issued.at });
  await send(life, 'objective', `${planId}-${beside.id}`, { ...define, planId });
  const given = { shareId: '6.1.2-affari-generali', office: 'segretario', by: example.vice, at: issued.at };
  await send(life, 'objective', `${planId}-${beside.id}`, commands.assign(given));
  await readOn(life, ['plan']);
  life.followed = await lastOf(store);
  return life;
}
