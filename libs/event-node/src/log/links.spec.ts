import { memoryStorage } from '../memory/memory-storage.js';
import { resolveLinks, targetOf } from './links.js';
import { Log } from './log.js';
import type { Stored } from './storage.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');

type Given = readonly [stream: string, type: string, data: string];

async function logOf(events: readonly Given[]) {
  const log = new Log(memoryStorage(), () => NOW);
  let count = 0;
  for (const [stream, type, data] of events) {
    const id = `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
    const event = { id, type, json: !type.startsWith('$>'), data: Buffer.from(data), metadata: Buffer.alloc(0) };
    await log.append({ stream, expected: 'any', events: [event], deadlineMs: Infinity });
  }
  return log.storage;
}

async function resolved(...events: readonly Given[]) {
  const storage = await logOf(events);
  const newest = storage.page(storage.lastPosition(), 'backwards', 1)[0] as Stored;
  const { event, link } = resolveLinks(storage, newest, NOW);
  return { event: event?.position, link: link?.position };
}

describe('a link', () => {
  it('leads to its event', async () => {
    expect(await resolved(['a', 't', '{}'], ['a', 't', '{}'], ['b', '$>', '1@a'])).toEqual({ event: 2, link: 3 });
  });

  it('leads one level, to another link', async () => {
    expect(await resolved(['a', 't', '{}'], ['b', '$>', '0@a'], ['c', '$>', '0@b'])).toEqual({ event: 2, link: 3 });
  });

  it('leads into streams whose names hold an @', async () => {
    expect(await resolved(['ada@b', 't', '{}'], ['c', '$>', '0@ada@b'])).toEqual({ event: 1, link: 2 });
  });

  it('to what never was is a link alone', async () => {
    expect(await resolved(['b', '$>', '0@a'])).toEqual({ link: 1 });
    expect(await resolved(['a', 't', '{}'], ['b', '$>', '9@a'])).toEqual({ link: 2 });
    expect(await resolved(['a', 't', '{}'], ['b', '$>', '9223372036854775807@a'])).toEqual({ link: 2 });
  });

  it('to what is not seen any more is a link alone', async () => {
    const a: Given = ['a', 't', '{}'];
    const link: Given = ['b', '$>', '0@a'];
    expect(await resolved(a, a, ['$$a', '$metadata', '{"$maxCount":1}'], link)).toEqual({ link: 4 });
    expect(await resolved(a, ['$$a', '$metadata', '{"$tb":9223372036854775807}'], link)).toEqual({ link: 3 });
    expect(await resolved(a, ['$$a', '$metadata', '{"$maxAge":1}'], link)).toEqual({ event: 1, link: 3 });
  });

  it('that is none is an event like others', async () => {
    expect(await resolved(['a', 't', '0@a'])).toEqual({ event: 1 });
    expect(await resolved(['a', '$>', 'nowhere'])).toEqual({ event: 1 });
  });

  it('says revision and stream', () => {
    expect(targetOf('12@a@b')).toEqual({ revision: 12, stream: 'a@b' });
    for (const text of ['', '@a', 'x@a', '1', '1@', '-1@a']) expect(targetOf(text)).toBeUndefined();
  });
});
