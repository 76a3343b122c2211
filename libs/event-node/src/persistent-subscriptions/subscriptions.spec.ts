import { Log, LogStopped } from '../log/log.js';
import { patternOf } from '../log/pattern.js';
import { contentOf } from '../log/record.js';
import type { Storage } from '../log/storage.js';
import { NotWritten } from '../log/storage.js';
import { memoryStorage } from '../memory/memory-storage.js';
import type { Definition } from './definition.js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { SubscriptionDropped, SubscriptionMissing } from './errors.js';
import { Journal } from './journal.js';
import { jsonEvent, softDelete, write } from './own-streams.js';
import { append, definition, handClock, metadata, settled, started, taker } from './subscriptions.fixture.js';
import type { PersistentSubscriptions } from './subscriptions.js';

const AT_END: Partial<Definition> = { start: { text: '-1', after: -1 } };

let clock: ReturnType<typeof handClock>;
let log: Log;
let subscriptions: PersistentSubscriptions;
beforeEach(async () => {
  clock = handClock();
  log = new Log(memoryStorage(), clock.nowMs);
  subscriptions = await started(log, clock);
});

/** What a node that was killed leaves: the log. */
async function killed(): Promise<void> {
  for (const subscription of subscriptions.list()) subscription.halt();
  subscriptions = await started(log, clock);
}

function textsIn(stream: string): string[] {
  return log.storage.streamPage(stream, 0, 'forwards', 1000).map(({ bytes }) => contentOf(bytes).data.toString());
}

describe('persistent subscriptions of a node that was killed', () => {
  it('given a checkpoint, then what is settled before it does not come again, and what follows does', async () => {
    await subscriptions.create(definition({}, { maxCheckpointCount: 5, minCheckpointCount: 1 }), 'admin');
    await append(log, 's', 12);
    const before = await taker(subscriptions.find('s', 'g'));
    expect(await before.look()).toHaveLength(12);
    await before.ack(0, 1, 2, 3, 4, 6, 7);
    await killed();
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([5, 6, 7, 8, 9, 10, 11]);
  });

  it('given a group that began at the end and has no checkpoint, then what came since is not lost', async () => {
    await append(log, 's', 3);
    await subscriptions.create(definition({ start: { text: '-1', after: 2 } }), 'admin');
    await append(log, 's', 2);
    await killed();
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([3, 4]);
  });

  it('then parked events are parked, and those that were being replayed and not settled are parked again', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 3);
    const before = await taker(subscriptions.find('s', 'g'));
    await before.nack('park', 0, 1, 2);
    subscriptions.find('s', 'g').replayParked(2);
    await settled();
    await before.ack(0);
    await clock.pass(1);
    expect(subscriptions.find('s', 'g').parkedCount).toBe(1);
    await killed();
    const subscription = subscriptions.find('s', 'g');
    expect(subscription.parkedCount).toBe(2);
    subscription.replayParked(Infinity);
    expect(await (await taker(subscription)).look()).toEqual(expect.arrayContaining([1, 2]));
  });

  it('then groups, their settings and filters are what they were', async () => {
    const filter = { on: 'type' as const, pattern: patternOf('^a'), prefixes: [] };
    const defined = [
      definition({ group: 'a' }, { strategy: 'Pinned', maxRetryCount: 3 }),
      definition({ source: WHOLE_LOG, filter, start: { text: 'C:0/P:0', after: 0 } }),
      definition({ source: WHOLE_LOG, group: 'b', filter: { on: 'stream', prefixes: ['x,', 'y'] } }),
    ];
    for (const one of defined) await subscriptions.create(one, 'admin');
    await subscriptions.delete('s', 'a', 'admin');
    await killed();
    const found = subscriptions.list().map((subscription) => subscription.definition);
    expect(JSON.stringify(found)).toBe(JSON.stringify(defined.slice(1)));
  });
});

describe('persistent subscriptions of a node whose own streams somebody else wrote', () => {
  it('given nonsense for a checkpoint, then the group begins where it began', async () => {
    await append(log, 's', 2);
    await subscriptions.create(definition(), 'admin');
    const stream = '$persistentsubscription-s::g-checkpoint';
    await write(log, stream, jsonEvent('$SubscriptionCheckpoint', '{"a":1}'));
    await killed();
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([0, 1]);
  });
});

describe('persistent subscriptions of a node that stops', () => {
  it('when it stops, then what is settled is written down, however little', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 3);
    const before = await taker(subscriptions.find('s', 'g'));
    await before.ack(0, 1);
    await subscriptions.stop();
    subscriptions = await started(log, clock);
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([2]);
  });
});

describe('persistent subscriptions of a node that has stopped', () => {
  it('when one is made, changed, deleted or all are begun anew, then that is refused, and none is at work', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 1);
    await subscriptions.stop();
    const changes = [
      subscriptions.create(definition({ group: 'late' }), 'admin'),
      subscriptions.update(definition({}, { maxRetryCount: 1 }), 'admin'),
      subscriptions.delete('s', 'g', 'admin'),
      subscriptions.restart(),
    ];
    for (const change of changes) await expect(change).rejects.toBeInstanceOf(LogStopped);
    expect(() => subscriptions.find('s', 'late')).toThrow(SubscriptionMissing);
    await expect(taker(subscriptions.find('s', 'g'))).rejects.toBeInstanceOf(SubscriptionDropped);
  });
});

describe('persistent subscriptions on a disk that is full', () => {
  it('when neither parked events nor checkpoints can be kept, then each is tried again once a second, until it can', async () => {
    const disk = { full: false, refused: 0 };
    const storage = memoryStorage();
    const write: Storage['write'] = async (entries) => {
      if (!disk.full) return storage.write(entries);
      disk.refused += 1;
      throw new NotWritten('full');
    };
    log = new Log({ ...storage, write }, clock.nowMs);
    subscriptions = await started(log, clock);
    await subscriptions.create(definition({}, { maxCheckpointCount: 1, minCheckpointCount: 1 }), 'admin');
    await append(log, 's', 20);
    const one = await taker(subscriptions.find('s', 'g'));
    expect((await one.look()).length).toBe(20);
    disk.full = true;
    await one.nack('park', 19);
    for (let revision = 0; revision < 10; revision += 1) await one.ack(revision);
    expect(await one.look()).toEqual([]);
    expect(disk.refused).toBe(2);
    await clock.pass(1);
    expect(await one.look()).toEqual([19]);
    await one.nack('park', 19);
    disk.full = false;
    await clock.pass(1);
    expect(await one.look()).toEqual([19]);
    await one.nack('park', 19);
    expect(textsIn('$persistentsubscription-s::g-parked')).toEqual(['19@s']);
    expect(textsIn('$persistentsubscription-s::g-checkpoint').at(-1)).toBe('"9"');
  });
});

describe('time in persistent subscriptions', () => {
  it('when a consumer keeps an event for too long, then others get it', async () => {
    await subscriptions.create(definition({}, { messageTimeoutMs: 5000 }), 'admin');
    await append(log, 's', 1);
    const slow = await taker(subscriptions.find('s', 'g'), 1);
    expect(await slow.look()).toEqual([0]);
    const other = await taker(subscriptions.find('s', 'g'));
    await clock.pass(4);
    expect(await other.look()).toEqual([]);
    await clock.pass(1);
    expect([...(await slow.look()), ...(await other.look())]).toEqual([0]);
  });

  it('when it was tried as often as it may, then it is parked with the reason', async () => {
    await subscriptions.create(definition({}, { messageTimeoutMs: 1000, maxRetryCount: 2 }), 'admin');
    await append(log, 's', 1);
    const slow = await taker(subscriptions.find('s', 'g'));
    await clock.pass(3);
    expect(await slow.look()).toEqual([0, 0, 0]);
    expect(textsIn('$persistentsubscription-s::g-parked')).toEqual(['0@s']);
    expect(subscriptions.find('s', 'g').group.progress.reached).toBe(0);
  });

  it('when time passes, then a checkpoint is written once enough is settled, and its stream keeps two', async () => {
    await subscriptions.create(definition({}, { minCheckpointCount: 2, checkpointAfterMs: 3000 }), 'admin');
    await append(log, 's', 9);
    const one = await taker(subscriptions.find('s', 'g'));
    await one.ack(0);
    await clock.pass(9);
    expect(textsIn('$persistentsubscription-s::g-checkpoint')).toEqual([]);
    await one.ack(1, 2);
    await clock.pass(1);
    expect(textsIn('$persistentsubscription-s::g-checkpoint')).toEqual(['"2"']);
    expect(textsIn('$$$persistentsubscription-s::g-checkpoint')).toEqual(['{"$maxCount":2}']);
  });

  it('given a filter that lets nothing through, then the checkpoint goes on with the log', async () => {
    const filter = { on: 'stream' as const, prefixes: ['other'] };
    const all = definition(
      { source: WHOLE_LOG, filter, start: { text: 'C:0/P:0', after: 0 } },
      { maxCheckpointCount: 10 },
    );
    await subscriptions.create(all, 'admin');
    await taker(subscriptions.find(WHOLE_LOG, 'g'));
    await append(log, 's', 30);
    await clock.pass(2);
    const { checkpointed } = subscriptions.find(WHOLE_LOG, 'g').places;
    expect(checkpointed).toBeGreaterThanOrEqual(30);
    const written = log.storage.lastPosition();
    await clock.pass(20);
    expect(log.storage.lastPosition()).toBe(written); // checkpoints of the whole log are no news to it
  });
});

describe('a persistent subscription to the whole log', () => {
  it('given a checkpoint after every event, then checkpoints are no events to write another one for', async () => {
    const all = { source: WHOLE_LOG, start: { text: 'C:2/P:2', after: 2 } }; // after its own configuration
    await subscriptions.create(definition(all, { maxCheckpointCount: 1, minCheckpointCount: 1 }), 'admin');
    const one = await taker(subscriptions.find(WHOLE_LOG, 'g'));
    await append(log, 's', 1);
    await one.ack();
    for (let round = 0; round < 3; round += 1) await one.ack(); // what its streams had to be told
    const written = log.storage.lastPosition();
    await settled();
    expect(log.storage.lastPosition()).toBe(written);
    expect(subscriptions.find(WHOLE_LOG, 'g').places.checkpointed).toBeGreaterThan(0);
  });
});

describe('the source of a persistent subscription', () => {
  it('when it is truncated, then what is gone is passed over', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 5);
    await metadata(log, 's', { $tb: 3 });
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([3, 4]);
  });

  it('when it is deleted, then nothing comes; when it is written again, then what is new comes', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 2);
    await softDelete(log, 's');
    const one = await taker(subscriptions.find('s', 'g'));
    expect(await one.look()).toEqual([]);
    await metadata(log, 's', { $tb: 2 });
    await append(log, 's', 1);
    expect(await one.look()).toEqual([2]);
  });

  it('when it is tombstoned, then nothing more comes, and what is out can be settled', async () => {
    await subscriptions.create(definition({}, { maxCheckpointCount: 1 }), 'admin');
    await append(log, 's', 2);
    const one = await taker(subscriptions.find('s', 'g'));
    expect(await one.look()).toEqual([0, 1]);
    await log.delete({ stream: 's', expected: 'any', forGood: true, deadlineMs: Infinity });
    expect(await one.look()).toEqual([]);
    await one.ack();
    expect(subscriptions.find('s', 'g').places.checkpointed).toBe(1);
    expect(one.dropped()).toBe(false);
  });

  it('when events are removed from the log while they wait, then they count as settled', async () => {
    await subscriptions.create(definition({}, { historyBufferSize: 100 }), 'admin');
    await append(log, 's', 30, 100_000);
    const one = await taker(subscriptions.find('s', 'g'), 1);
    expect(await one.look()).toEqual([0]);
    const removed = log.storage.streamPage('s', 0, 'forwards', 100).filter(({ revision }) => revision < 29);
    await log.storage.remove(removed.map(({ revision, position }) => ({ stream: 's', revision, position })));
    const seen: number[] = [];
    for (let turn = 0; turn < 30 && !seen.includes(29); turn += 1) {
      await one.ack();
      seen.push(...(await one.look()));
    }
    await one.ack();
    expect(subscriptions.find('s', 'g').group.progress.reached).toBe(29);
  });
});

describe('the memory of a persistent subscription', () => {
  it('given consumers that do not read, then it keeps no more than its buffers', async () => {
    await subscriptions.create(definition({}, { historyBufferSize: 50 }), 'admin');
    const { group } = subscriptions.find('s', 'g');
    await taker(subscriptions.find('s', 'g'), 1000, 'full');
    for (let turn = 0; turn < 20; turn += 1) await append(log, 's', 20, 50_000);
    expect(group.distribution.inFlight.size).toBe(1);
    expect(group.waiting.readAhead.length).toBeLessThanOrEqual(50);
    const bytes = group.waiting.readAhead.reduce((sum, { content }) => sum + (content?.event?.bytes.length ?? 0), 0);
    expect(bytes).toBeLessThanOrEqual(1024 * 1024);
  });

  it('given no consumers, then it keeps no events', async () => {
    await subscriptions.create(definition(), 'admin');
    await append(log, 's', 100);
    const { group } = subscriptions.find('s', 'g');
    expect(group.waiting.readAhead).toEqual([]);
    const one = await taker(subscriptions.find('s', 'g'), 1);
    subscriptions.find('s', 'g').disconnect(one.consumer);
    expect(group.waiting.readAhead.every(({ content }) => content === undefined)).toBe(true);
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toHaveLength(100);
  });
});

describe('names of persistent subscriptions', () => {
  it('given some that read alike when they are put together, then a group is found by its own stream only', async () => {
    await subscriptions.create(definition({ source: 'secret::a', group: 'b' }), 'admin');
    expect(subscriptions.find('secret::a', 'b')).toBeDefined();
    expect(() => subscriptions.find('secret', 'a::b')).toThrow(SubscriptionMissing);
    await expect(subscriptions.delete('secret', 'a::b', 'admin')).rejects.toThrow(SubscriptionMissing);
  });
});

describe('a change of a persistent subscription', () => {
  it('when a crash came before the end of what it kept, then one of the same name begins anew', async () => {
    await append(log, 's', 2);
    await new Journal(log, 's', 'g').writeCheckpoint(0); // the deletion had not come to it
    await subscriptions.create(definition(), 'admin');
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([0, 1]);
  });

  it('when it is updated in the same words, then it stays where it began, and its consumers are dropped', async () => {
    await subscriptions.create(definition(AT_END), 'admin');
    await append(log, 's', 2);
    const before = await taker(subscriptions.find('s', 'g'), 0);
    await subscriptions.update(definition({ start: { text: '-1', after: 1 } }, { maxRetryCount: 1 }), 'admin');
    expect(before.dropped()).toBe(true);
    expect(await (await taker(subscriptions.find('s', 'g'))).look()).toEqual([0, 1]);
  });

  it('when two are made at once, then both are, and a second of the same name is refused', async () => {
    const made = await Promise.allSettled(
      ['a', 'b', 'a'].map((group) => subscriptions.create(definition({ group }), 'admin')),
    );
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await killed();
    expect(subscriptions.list().map(({ key }) => key)).toEqual(['s::a', 's::b']);
  });

  it('when one is deleted, then nothing of it is seen any more', async () => {
    await subscriptions.create(definition({}, { maxCheckpointCount: 1 }), 'admin');
    await append(log, 's', 2);
    const one = await taker(subscriptions.find('s', 'g'));
    await one.ack(0);
    await one.nack('park', 1);
    await subscriptions.delete('s', 'g', 'admin');
    await subscriptions.create(definition({}, { maxCheckpointCount: 1 }), 'admin');
    const subscription = subscriptions.find('s', 'g');
    expect(subscription.places.checkpointed).toBeUndefined();
    expect(subscription.parkedCount).toBe(0);
    expect(await (await taker(subscription)).look()).toEqual([0, 1]);
  });
});
