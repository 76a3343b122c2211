import type { Append, ExpectedRevision, Written } from './append.js';
import { decide } from './append.js';

const bytes = Buffer.from('{}');

/** A stream that holds events with these ids, all of them recent. */
function written(ids: readonly string[], others: Readonly<Record<string, number>> = {}): Written {
  return {
    lastRevision: (stream) => (stream === 's' ? ids.length - 1 : (others[stream] ?? -1)),
    idAt: (stream, revision) => (stream === 's' ? ids[revision] : undefined),
    recentRevision: (stream, id) => (stream === 's' && ids.includes(id) ? ids.lastIndexOf(id) : undefined),
  };
}

function append(expected: ExpectedRevision, ids: readonly string[]): Append {
  const events = ids.map((id) => ({ id, type: 't', json: true, data: bytes, metadata: bytes }));
  return { stream: 's', expected, events, deadlineMs: Infinity };
}

const write = (firstRevision: number) => ({ kind: 'write', firstRevision });
const repeated = (revision: number) => ({ kind: 'repeated', revision });
const wrong = (current: number) => ({ kind: 'wrong-revision', current });

describe('deciding an append', () => {
  it.each<[string, string[], ExpectedRevision, string[], object]>([
    ['no stream is there, as expected', [], 'no-stream', ['a'], write(0)],
    ['any is expected of no stream', [], 'any', ['a'], write(0)],
    ['the revision is the current one', ['a', 'b'], 1, ['c'], write(2)],
    ['the ids at the current revision are known', ['a', 'b'], 1, ['a'], write(2)],
    ['the revision has not come', ['a'], 1, ['b'], wrong(0)],
    ['a revision is expected of no stream', [], 0, ['a'], wrong(-1)],
    ['a stream is expected that is not there', [], 'stream-exists', ['a'], wrong(-1)],
    ['a stream is expected that is there', ['a'], 'stream-exists', ['b'], write(1)],
    ['the same ids stand at their places', ['a', 'b', 'c'], 0, ['b', 'c'], repeated(2)],
    ['the same ids stand from the start', ['a', 'b', 'c'], 'no-stream', ['a', 'b'], repeated(1)],
    ['the first id differs', ['a', 'b'], 0, ['x'], wrong(1)],
    ['a later id differs', ['a', 'b', 'c'], 0, ['b', 'x'], wrong(2)],
    ['the ids reach beyond the end', ['a', 'b'], 0, ['b', 'c'], wrong(1)],
    ['the ids are in another order', ['a', 'b'], 'no-stream', ['b', 'a'], wrong(1)],
    ['nothing is appended at an old revision', ['a', 'b'], 0, [], wrong(1)],
    ['nothing is appended at the current revision', ['a', 'b'], 1, [], write(2)],
    ['all ids are recent, with any', ['a', 'b'], 'any', ['a', 'b'], repeated(1)],
    ['all ids are recent, in another order, with any', ['a', 'b'], 'any', ['b', 'a'], repeated(0)],
    ['the first id is new, with any', ['a'], 'any', ['x', 'a'], write(1)],
    ['a later id is new, with any', ['a'], 'any', ['a', 'x'], wrong(0)],
  ])('when %s, then the decision is EventStoreDB’s', (_, existing, expected, ids, decision) => {
    expect(decide(append(expected, ids), written(existing))).toEqual(decision);
  });

  it('given metadata only, when the stream is expected to exist, then it does', () => {
    expect(decide(append('stream-exists', ['a']), written([], { $$s: 0 }))).toEqual(write(0));
  });
});
