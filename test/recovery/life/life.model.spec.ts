import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { commands, example } from '#domain/testing';
import { createEngine } from '#engine';
import { startEventNode, type EventNode } from '#event-node';
import { eventStoreDb, verifyStream, type EventStore } from '#event-store';
import { acts, type ActName, type Deed } from './acts.js';
import { begun, OWNER, type Office, type ShareId } from './model.js';
import { BODY, DaysPass, Does, logOf, outcomeOf, type Life } from './story.js';

const SOAK = process.env['SOAK'] === '1';
const LIVES = SOAK ? 5_000 : 25;
/** The same lives each time, and others in a soak. */
const LIVED = SOAK ? {} : { seed: 2022 };

const planned = {
  ...example.archive,
  deadlines: example.archive.deadlines.filter(({ id }) => id === 'draft'),
};

const id = fc.constantFrom<ShareId>('area', 'segretario');
const anybody = fc.constantFrom<Office>('affari-generali', 'segretario', 'vicesegretario', 'nucleo', 'giunta');
const OF_THE_OFFICE: readonly ActName[] = ['acknowledge', 'report', 'answer', 'fulfil late', 'justify', 'submit'];
const OF_THE_CHAIN: readonly ActName[] = [
  'approve',
  'send back',
  'claim',
  'release',
  'accept the justification',
  'reject the justification',
];

/** Mostly what can be done, by who might: otherwise most lives would be nothing but refusals. */
const deedOf = (name: ActName): fc.Arbitrary<Does> =>
  fc.record({ id, by: anybody, chance: fc.nat(7) }).map(({ id: share, by, chance }) => {
    const likely = OF_THE_OFFICE.includes(name) ? OWNER[share] : OF_THE_CHAIN.includes(name) ? by : 'segretario';
    const deed: Deed = { id: share, by: chance === 0 || name === 'score' ? by : likely };
    return new Does(name, deed, chance <= 1);
  });

/** A share's way in good order, so that what comes late is reached too. */
function inOrder(share: ShareId): readonly Does[] {
  const steps: readonly (readonly [ActName, Office])[] = [
    ['assign', 'segretario'],
    ['acknowledge', OWNER[share]],
    ['answer', OWNER[share]],
    ['submit', OWNER[share]],
    ['approve', share === 'area' ? 'segretario' : 'vicesegretario'],
    ['approve', 'nucleo'],
    ['approve', 'giunta'],
    ['score', 'nucleo'],
    ['liquidate', 'giunta'],
  ];
  return steps.map(([name, by]) => new Does(name, { id: share, by }));
}

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
    const names = Object.keys(acts) as ActName[];
    const anything = fc.commands(
      [...names.map(deedOf), fc.integer({ min: 1, max: 40 }).map((days) => new DaysPass(days))],
      { maxCommands: 120, size: 'max' },
    );
    const begunUntil = fc.constantFrom(0, 2, 4, 7, 9, 9);
    await fc.assert(
      fc.asyncProperty(begunUntil, begunUntil, anything, async (area, segretario, deeds) => {
        const life: Life = { engine: createEngine({ store, body: BODY }), store, id: randomUUID(), log: [] };
        const kept = { model: begun };
        await outcomeOf(life, commands.define({ objective: planned }));
        life.log = await logOf(life);
        const beginning = [...inOrder('area').slice(0, area), ...inOrder('segretario').slice(0, segretario)];
        for (const deed of beginning) await deed.run(kept, life);
        await fc.asyncModelRun(() => ({ model: kept, real: life }), deeds);
        // the log alone gives the same state, to whoever reads it for the first time
        const anew = await createEngine({ store, body: BODY }).load('objective', life.id);
        expect(anew).toEqual(await life.engine.load('objective', life.id));
        expect(verifyStream(await logOf(life))).toEqual({ ok: true });
      }),
      { numRuns: LIVES, ...LIVED },
    );
  }, 3_600_000);
});
