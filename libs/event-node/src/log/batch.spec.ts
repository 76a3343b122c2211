import { memoryStorage } from '../memory/memory-storage.js';
import type { ExpectedRevision } from './append.js';
import { Log } from './log.js';
import { contentOf, headingOf } from './record.js';
import { TOMBSTONE } from './revision.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');

function opened() {
  let count = 0;
  const newId = (): string => `00000000-0000-4000-9000-${String((count += 1)).padStart(12, '0')}`;
  const log = new Log(memoryStorage(), () => NOW, newId);
  const write = (stream: string, expected: ExpectedRevision, ...data: string[]) => {
    const events = data.map((text) => {
      const type = stream.startsWith('$$') ? '$metadata' : 't';
      return { id: newId(), type, json: true, data: Buffer.from(text), metadata: Buffer.alloc(0) };
    });
    return log.append({ stream, expected, events, deadlineMs: Infinity });
  };
  const remove = (stream: string, expected: ExpectedRevision, forGood = false) =>
    log.delete({ stream, expected, forGood, deadlineMs: Infinity });
  const metadataOf = (stream: string): string[] =>
    log.storage.streamPage(`$$${stream}`, 0, 'forwards', 100).map(({ bytes }) => contentOf(bytes).data.toString());
  return { log, write, remove, metadataOf };
}

const DELETED = '{"$tb":9223372036854775807}';

describe('deleting a stream', () => {
  it('writes metadata that hides everything, and answers its position', async () => {
    const { write, remove, metadataOf, log } = opened();
    await write('s', 'any', '{}', '{}');
    await write('$$s', 'any', '{"$maxCount":5}');
    expect(await remove('s', 1)).toEqual({ kind: 'written', revision: 1, position: 4 });
    expect(metadataOf('s')).toEqual(['{"$maxCount":5}', DELETED]);
    expect(log.storage.lastRevision('s')).toBe(1);
  });

  it.each<[string, ExpectedRevision, object]>([
    ['what never was, whatever is expected', 'any', { kind: 'wrong-revision', current: -1 }],
    ['what never was, as expected', 'no-stream', { kind: 'wrong-revision', current: -1 }],
    ['what never was, against what is expected', 'stream-exists', { kind: 'wrong-revision', current: -1 }],
    ['what never was, at a revision', 3, { kind: 'wrong-revision', current: -1 }],
  ])('is refused for %s', async (_, expected, refusal) => {
    expect(await opened().remove('s', expected)).toEqual(refusal);
  });

  it('that only has metadata, or is deleted already, is done again', async () => {
    const { write, remove } = opened();
    await write('$$s', 'any', '{}');
    expect(await remove('s', 'no-stream')).toMatchObject({ kind: 'written' });
    expect(await remove('s', 'any')).toMatchObject({ kind: 'written' });
    expect(await remove('s', 'stream-exists')).toEqual({ kind: 'stream-deleted' });
  });

  it('at another revision is refused, and changes nothing', async () => {
    const { write, remove, metadataOf } = opened();
    await write('s', 'any', '{}', '{}');
    expect(await remove('s', 0)).toEqual({ kind: 'wrong-revision', current: 1 });
    expect(await remove('s', 'no-stream')).toEqual({ kind: 'wrong-revision', current: 1 });
    expect(metadataOf('s')).toEqual([]);
  });

  it('after its deadline is not done', async () => {
    const { log, write } = opened();
    await write('s', 'any', '{}');
    const late = { stream: 's', expected: 'any', forGood: true, deadlineMs: NOW - 1 } as const;
    expect(await log.delete(late)).toEqual({ kind: 'expired' });
  });
});

describe('a deleted stream', () => {
  it.each<ExpectedRevision>(['any', 'no-stream', 1])(
    'when it is written to expecting %s, then it goes on, seen from its next revision, other metadata kept',
    async (expected) => {
      const { write, metadataOf } = opened();
      await write('s', 'any', '{}', '{}');
      await write('$$s', 'any', `{"big": 12345678901234567890, "$tb": 9223372036854775807}`);
      expect(await write('s', expected, '{}', '{}')).toEqual({ kind: 'written', revision: 3, position: 5 });
      expect(metadataOf('s').at(-1)).toBe('{"big": 12345678901234567890, "$tb": 2}');
    },
  );

  it('when deletion and new events come together, then the same happens', async () => {
    const { write, remove, metadataOf } = opened();
    const outcomes = await Promise.all([
      write('s', 'no-stream', '{}'),
      remove('s', 0),
      write('s', 'no-stream', '{}'),
      write('s', 'any', '{}'),
    ]);
    expect(outcomes.map((outcome) => outcome.kind === 'written' && outcome.revision)).toEqual([0, 0, 1, 2]);
    expect(metadataOf('s')).toEqual([DELETED, '{"$tb":1}']);
  });

  it('when it is given metadata, then it is seen again from its next revision', async () => {
    const { write, remove, metadataOf } = opened();
    await write('s', 'any', '{}', '{}');
    await remove('s', 'any');
    await write('$$s', 'any', '{"$maxCount":5}');
    expect(metadataOf('s')).toEqual([DELETED, '{"$maxCount":5}', '{"$maxCount":5,"$tb":2}']);
    await write('$$s', 'any', '{"$maxCount":6}');
    expect(metadataOf('s').slice(3)).toEqual(['{"$maxCount":6}']);
  });

  it('when it is given metadata that is none, then it is simply not deleted any more', async () => {
    const { write, remove, metadataOf } = opened();
    await write('s', 'any', '{}');
    await remove('s', 'any');
    await write('$$s', 'any', 'nonsense');
    expect(metadataOf('s')).toEqual([DELETED, 'nonsense']);
    expect(await write('s', 'stream-exists', '{}')).toMatchObject({ kind: 'written', revision: 1 });
  });
});

describe('a tombstone', () => {
  it('is an event with the largest revision', async () => {
    const { log, write, remove } = opened();
    await write('s', 'any', '{}');
    expect(await remove('s', 0, true)).toEqual({ kind: 'written', revision: TOMBSTONE, position: 2 });
    const [event] = log.storage.page(2, 'forwards', 1);
    expect(event && headingOf(event.bytes)).toMatchObject({ stream: 's', type: '$streamDeleted', revision: TOMBSTONE });
  });

  it('ends a stream and its metadata for good, whether it was there or not', async () => {
    const { write, remove } = opened();
    expect(await remove('s', 'no-stream', true)).toMatchObject({ kind: 'written' });
    for (const stream of ['s', '$$s']) expect(await write(stream, 'any', '{}')).toEqual({ kind: 'stream-deleted' });
    expect(await remove('s', 'any')).toEqual({ kind: 'stream-deleted' });
    expect(await remove('s', 'any', true)).toEqual({ kind: 'stream-deleted' });
  });

  it('and what comes with it are decided in order', async () => {
    const { write, remove } = opened();
    const outcomes = await Promise.all([write('s', 'any', '{}'), remove('s', 'any', true), write('s', 'any', '{}')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['written', 'written', 'stream-deleted']);
  });
});

describe('appending nothing', () => {
  it('answers where stream and log stand', async () => {
    const { write } = opened();
    expect(await write('s', 'any')).toEqual({ kind: 'written', revision: -1, position: 0 });
    await write('s', 'any', '{}');
    await write('t', 'any', '{}');
    expect(await write('s', 0)).toEqual({ kind: 'written', revision: 0, position: 2 });
    expect(await write('t', 'no-stream')).toEqual({ kind: 'wrong-revision', current: 0 });
  });
});

describe('the time of events', () => {
  it('never goes back, also when the clock does and after opening again', async () => {
    const storage = memoryStorage();
    const event = { id: '00000000-0000-4000-8000-000000000001', type: 't', json: true };
    const append = { stream: 's', expected: 'any', deadlineMs: Infinity } as const;
    const events = (n: number) => [
      { ...event, id: event.id.slice(0, -1) + n, data: Buffer.alloc(0), metadata: Buffer.alloc(0) },
    ];
    const clock = [100, 90];
    const log = new Log(storage, () => clock.shift() ?? 0);
    await log.append({ ...append, events: events(1) });
    await log.append({ ...append, events: events(2) });
    await new Log(storage, () => 80).append({ ...append, events: events(3) });
    const times = storage.page(1, 'forwards', 10).map(({ bytes }) => contentOf(bytes).writtenAtMs);
    expect(times).toEqual([100, 100, 100]);
  });
});
