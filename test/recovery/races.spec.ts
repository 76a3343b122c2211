import { everyCase } from '#domain/testing';
import { startEventNode, type EventNode } from '#event-node';
import { eventStoreDb, verifyStream, type EventStore } from '#event-store';
import { begin, cameOf, freshKey, inTurn, processes, streamOf, written } from './rivals.js';

const RACES = process.env['SOAK'] === '1' ? 10_000 : 200;

describe('two clients who race', () => {
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

  it(`come to what they would come to in turn, whatever the command, ${RACES} times`, async () => {
    const [one, other] = processes(store);
    for (let race = 0; race < RACES; race++) {
      const [name, contested] = everyCase[race % everyCase.length]!;
      // every second time round they do not say the same, where there is something else to say
      const laps = Math.floor(race / everyCase.length);
      const rival = laps % 2 === 1 ? (contested.rival ?? contested.command) : contested.command;
      const contest = await begin(one, contested);
      await other.load(contest.kind, contest.id);
      const came = await Promise.all([
        cameOf(one, contest, contested.command, freshKey()),
        cameOf(other, contest, rival, freshKey()),
      ]);
      const orders = [
        inTurn(contested, contested.command, rival),
        inTurn(contested, rival, contested.command).toReversed(),
      ];
      const told = JSON.stringify(came);
      expect([name, orders.map((order) => JSON.stringify(order))]).toEqual([name, expect.arrayContaining([told])]);
      const events = await streamOf(store, contest);
      const types = events.slice(contest.revision + 1).map(({ type }) => type);
      expect(types.toSorted()).toEqual([...written(came)].toSorted());
      expect(verifyStream(events)).toEqual({ ok: true });
    }
  }, 1_800_000);

  it(`and both saw the same revision: one is carried out, the other told what it did not see, or why it could not be as things stood, ${RACES} times`, async () => {
    const [one, other] = processes(store);
    for (let race = 0; race < RACES; race++) {
      const [name, contested] = everyCase[race % everyCase.length]!;
      const contest = await begin(one, contested);
      const rival = contested.rival ?? contested.command;
      const seen = { expectedRevision: contest.revision };
      const came = await Promise.all([
        cameOf(one, contest, contested.command, freshKey(seen)),
        cameOf(other, contest, rival, freshKey(seen)),
      ]);
      const events = await streamOf(store, contest);
      const actual = events.length - 1;
      const unseen = events.slice(contest.revision + 1).map(({ type }) => type);
      const [winner, loser] = came.toSorted((a, b) => Number('refused' in a) - Number('refused' in b));
      const stale = { refused: `stale: ${contest.revision} is ${actual} by ${[...new Set(unseen)].join(', ')}` };
      // what the rules refuse by themselves is looked up in the log, which the other's event may have reached by then or not
      const asThingsStood = inTurn(contested, rival).filter((alone) => 'refused' in alone);
      const answers = [stale, ...asThingsStood].map((answer) => [name, answer]);
      expect(answers).toContainEqual([name, loser]);
      expect(unseen).toEqual(winner && written([winner]));
    }
  }, 1_800_000);
});
