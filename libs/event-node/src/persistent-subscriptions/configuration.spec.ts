import { Log } from '../log/log.js';
import { contentOf } from '../log/record.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { jsonEvent, write } from './own-streams.js';
import { definition, handClock, started } from './subscriptions.fixture.js';
import type { PersistentSubscriptions } from './subscriptions.js';

const CONFIGURATION = '$persistentSubscriptionConfig';

let log: Log;
let told: string[];
let subscriptions: PersistentSubscriptions;
beforeEach(async () => {
  log = new Log(memoryStorage(), handClock().nowMs);
  subscriptions = await started(log, handClock());
});

async function overwrite(text: string): Promise<void> {
  await write(log, CONFIGURATION, jsonEvent('$PersistentConfig', text));
}

/** What a node makes of the log: its groups, and what it says. */
async function opened(): Promise<string[]> {
  told = [];
  subscriptions = await started(log, handClock(), told);
  return subscriptions.list().map(({ key }) => key);
}

it.each(['nonsense', '{}', '{"Entries":{}}', 'null'])(
  'given %s for the newest configuration, then the one before it holds, and a sentence says so',
  async (text) => {
    await subscriptions.create(definition(), 'admin');
    for (let n = 0; n < 100; n++) await overwrite(text);
    expect(await opened()).toEqual(['s::g']);
    expect(told).toHaveLength(100);
    expect(told[0]).toBe(
      `Event 100 of ${CONFIGURATION} is no configuration of persistent subscriptions: the one before it is taken.`,
    );
    await subscriptions.create(definition({ group: 'other' }), 'admin');
    expect(await opened()).toEqual(['s::g', 's::other']);
    expect(told).toEqual([]);
  },
);

it('given nothing but nonsense for a configuration, then there are no groups', async () => {
  await overwrite('nonsense');
  expect(await opened()).toEqual([]);
});

it.each([
  ['no text for a stream', { Stream: 7 }],
  ['no text for a group', { Group: null }],
  ['a limit that is no number', { MaxRetryCount: 'x' }],
  ['a page of nothing', { ReadBatchSize: -1 }],
  ['an unknown strategy', { NamedConsumerStrategy: 'Lottery' }],
  ['a place that is none', { StartsAfter: 'x' }],
  ['a pattern that is none', { Filter: { Context: 'StreamId', Type: 'Regex', Data: '(' } }],
  ['prefixes that are none', { Filter: { Context: 'StreamId', Type: 'Prefix', Data: [7] } }],
  ['nothing', undefined],
])('given an entry with %s, then it is left out, and the others are at work', async (_, nonsense) => {
  await subscriptions.create(definition(), 'admin');
  const [stored] = log.storage.streamPage(CONFIGURATION, 0, 'forwards', 1);
  const { Entries } = JSON.parse(contentOf(stored!.bytes).data.toString()) as { Entries: object[] };
  await overwrite(JSON.stringify({ Entries: [nonsense && { ...Entries[0], ...nonsense }, Entries[0]] }));
  expect(await opened()).toEqual(['s::g']);
  expect(told).toEqual([`Entry 0 of event 1 of ${CONFIGURATION} makes no sense: it is left out.`]);
});
