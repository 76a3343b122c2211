import type { Append, ExpectedRevision, Written } from './append.js';
import fc from 'fast-check';
import { decide } from './append.js';
import { TOMBSTONE } from './revision.js';

const bytes = Buffer.from('{}');

interface Others {
  readonly revisions?: Readonly<Record<string, number>>;
  readonly deleted?: boolean;
}

/** A stream that holds events with these ids, all of them recent. */
function written(ids: readonly string[], { revisions = {}, deleted = false }: Others = {}): Written {
  return {
    lastRevision: (stream) => revisions[stream] ?? (stream === 's' ? ids.length - 1 : -1),
    isDeleted: (stream) => stream === 's' && deleted,
    idAt: (stream, revision) => (stream === 's' ? ids[revision] : undefined),
    recentRevision: (stream, id) => (stream === 's' && ids.includes(id) ? ids.lastIndexOf(id) : undefined),
  };
}

function append(expected: ExpectedRevision, ids: readonly string[]): Append {
  const events = ids.map((id) => ({ id, type: 't', json: true, data: bytes, metadata: bytes }));
  return { stream: 's', expected, events, deadlineMs: Infinity };
}

const gone = { kind: 'stream-deleted' };
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
    expect(decide(append('stream-exists', ['a']), written([], { revisions: { $$s: 0 } }))).toEqual(write(0));
  });

  it.each<[string, string[], ExpectedRevision, string[], object]>([
    ['any is expected', ['a', 'b'], 'any', ['c'], write(2)],
    ['its revision is expected', ['a', 'b'], 1, ['c'], write(2)],
    ['no stream is expected', ['a', 'b'], 'no-stream', ['c'], write(2)],
    ['no stream is expected by who wrote it once', ['a', 'b'], 'no-stream', ['a', 'b'], repeated(1)],
    ['no stream is expected, and a later id differs', ['a', 'b'], 'no-stream', ['a', 'x'], wrong(1)],
    ['a revision that has passed is expected', ['a', 'b'], 0, ['c'], wrong(1)],
    ['a stream is expected', ['a', 'b'], 'stream-exists', ['c'], gone],
    ['nothing is appended and no stream expected', ['a', 'b'], 'no-stream', [], wrong(1)],
  ])('given a deleted stream, when %s, then so', (_, existing, expected, ids, decision) => {
    expect(decide(append(expected, ids), written(existing, { deleted: true }))).toEqual(decision);
  });

  it.each<ExpectedRevision>(['any', 'no-stream', 'stream-exists', 0, TOMBSTONE])(
    'given a tombstone, when %s is expected, then the stream and its metadata are gone',
    (expected) => {
      const tombstoned = written(['a'], { revisions: { s: TOMBSTONE } });
      expect(decide(append(expected, ['a']), tombstoned)).toEqual(gone);
      expect(decide({ ...append(expected, ['a']), stream: '$$s' }, tombstoned)).toEqual(gone);
    },
  );

  it('for any stream and append, is what a reading of the rules one by one says', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const ids = fc.array(id, { maxLength: 4 });
    const expectation = fc.oneof(fc.constantFrom('no-stream', 'any', 'stream-exists'), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(
        ids,
        ids,
        expectation as fc.Arbitrary<ExpectedRevision>,
        fc.boolean(),
        (existing, proposed, expected, deleted) => {
          const decision = decide(append(expected, proposed), written(existing, { deleted }));
          expect(decision).toEqual(naively(existing, proposed, expected, deleted));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** The rules as sentences: of who expects nothing in particular, and of who expects a revision. */
function naively(existing: string[], proposed: string[], expected: ExpectedRevision, deleted: boolean): object {
  const current = existing.length - 1;
  if (expected === 'stream-exists' && deleted) return gone;
  if (expected === 'stream-exists' && current < 0) return wrong(-1);
  if (expected === 'any' || expected === 'stream-exists') {
    if (proposed.length === 0 || !existing.includes(proposed[0] ?? '')) return write(current + 1);
    if (proposed.every((id) => existing.includes(id))) return repeated(existing.lastIndexOf(proposed.at(-1) ?? ''));
    return wrong(current);
  }
  const at = expected === 'no-stream' ? -1 : expected;
  if (at > current) return wrong(current);
  if (at === current) return write(current + 1);
  const standing = existing.slice(at + 1, at + 1 + proposed.length);
  if (proposed.length > 0 && standing.join() === proposed.join()) return repeated(at + proposed.length);
  const back = deleted && expected === 'no-stream' && proposed.length > 0 && standing[0] !== proposed[0];
  return back ? write(current + 1) : wrong(current);
}
