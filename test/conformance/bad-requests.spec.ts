import { status } from '@grpc/grpc-js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NodeProcess } from './node-process.js';
import { endNodeProcesses, startNodeProcess } from './node-process.js';
import type { Message } from './wire/message.js';
import { encoded, nested, text, whole } from './wire/message.js';
import { RawCalls } from './wire/raw-calls.js';

const STREAMS = '/event_store.client.streams.Streams';
const ALL = nested(2, nested(2));
const TEXT_IDS = nested(9, nested(2));
const NO_FILTER = nested(8);

let folder: string;
let node: NodeProcess;
let calls: RawCalls;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const started = await startNodeProcess(folder);
  if (!started.node) throw new Error(`the event node did not start: ${started.errors}`);
  node = started.node;
  calls = new RawCalls(node.port);
  // something for patterns to take long on
  await calls.call(`${STREAMS}/Append`, append(`${'a'.repeat(40)}!`));
});
afterAll(async () => {
  calls.close();
  await endNodeProcesses();
  await rm(folder, { recursive: true });
});

function append(stream: string | Uint8Array, data = '{}', type = 'thing.happened.v1'): Buffer[] {
  const proposed = nested(
    2,
    nested(1, text(2, '00000000-0000-4000-8000-000000000001')),
    nested(2, text(1, 'type'), text(2, type)),
    nested(2, text(1, 'content-type'), text(2, 'application/json')),
    text(4, data),
  );
  return [encoded([nested(1, nested(1, text(3, stream)), nested(4))]), encoded([proposed])];
}

/** As many events in one append. */
function manyOf(stream: string, count: number): Buffer[] {
  const [options, proposed] = append(stream);
  return options && proposed ? [options, ...Array<Buffer>(count).fill(proposed)] : [];
}

/** A field of the options says that gigabytes of it come, in a message of some bytes. */
function longer(outer: number, inner: number, tag: string): Buffer[] {
  return [encoded([nested(1, nested(outer, text(inner, Buffer.from(`${tag}bb9790ce6278`, 'hex'))))])];
}

function read(...options: Message): Buffer[] {
  return [encoded([nested(1, NO_FILTER, ...options, TEXT_IDS)])];
}

function filtered(pattern: string | Uint8Array): Buffer[] {
  return read(ALL, whole(5, 10), nested(7, nested(1, text(1, pattern)), nested(4), whole(5, 1)));
}

const CUT_OFF = Uint8Array.from([0x61, 0xc3]);
const HALF_A_PAIR = Uint8Array.from([0xed, 0xa0, 0x80, 0x28]);

describe('the event node and requests that cannot be served', () => {
  it.each<[string, string, readonly Buffer[], status]>([
    ['a read without a message', 'Read', [], status.UNIMPLEMENTED],
    ['a read of two messages', 'Read', [...read(ALL, whole(5, 1)), ...read(ALL, whole(5, 1))], status.UNIMPLEMENTED],
    ['bytes that are no message', 'Read', [Buffer.alloc(50, 0xff)], status.INTERNAL],
    ['groups in groups without an end', 'Read', [Buffer.alloc(1_000_000, 0x0b)], status.INTERNAL],
    ['a length that points outside', 'Read', [Buffer.from('0aada8c4fc2d', 'hex')], status.INTERNAL],
    ['a message cut off', 'Append', [append('s')[0]?.subarray(0, -3) ?? Buffer.alloc(0)], status.INTERNAL],
    ['a pattern longer than its message', 'Read', longer(7, 1, '0a'), status.INTERNAL],
    [
      'an id longer than its message',
      'Append',
      [encoded([nested(2, text(1, Buffer.from('12bb9790ce6278', 'hex')))])],
      status.INTERNAL,
    ],
    ['a name longer than its message', 'Read', longer(1, 1, '1a'), status.INTERNAL],
    ['a method that does not exist', 'Burn', [Buffer.alloc(0)], status.UNIMPLEMENTED],
    ['a message above 17 MiB', 'Append', append('s', 'x'.repeat(18 * 2 ** 20)), status.RESOURCE_EXHAUSTED],
    ['an event above the limit', 'Append', append('s', 'x'.repeat(2 ** 20)), status.INVALID_ARGUMENT],
    ['a type above the limit', 'Append', append('s', '{}', 'x'.repeat(2 ** 20)), status.INVALID_ARGUMENT],
    ['no stream', 'Append', append(''), status.INVALID_ARGUMENT],
    ['a name that is not UTF-8', 'Append', append(CUT_OFF), status.INVALID_ARGUMENT],
    ['a name above 64 KiB', 'Append', append('n'.repeat(65_537)), status.INVALID_ARGUMENT],
    ['a name of 64 KiB', 'Append', append('n'.repeat(65_536)), status.OK],
    ['names that make an append large', 'Append', manyOf('n'.repeat(60_000), 5_000), status.RESOURCE_EXHAUSTED],
    ['a pattern that hardly ends elsewhere', 'Read', filtered('^(a+)+$'), status.OK],
    ['a pattern with half a surrogate pair', 'Read', filtered(HALF_A_PAIR), status.INVALID_ARGUMENT],
    ['a pattern of megabytes', 'Read', filtered(`(${'x'.repeat(5_000_000)}`), status.INVALID_ARGUMENT],
  ])('given %s, then the status says so, and the next call is served', async (_, method, messages, code) => {
    // none of them is without end, and hundreds of megabytes take their time on a busy machine
    const ended = await calls.call(`${STREAMS}/${method}`, messages, 60_000);
    expect(ended).toMatchObject({ code });
    expect(node.errors()).toBe('');
    expect(await calls.call(`${STREAMS}/Read`, read(ALL, whole(5, 1)))).toMatchObject({ code: status.OK });
  });
});
