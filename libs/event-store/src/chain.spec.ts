import fc from 'fast-check';
import { chained, hashOf, verifyStream, type Link } from './chain.js';
import { digestOf } from './digest.js';
import type { Json, JsonObject, NewEvent, RecordedEvent } from './event-store.js';

const first: NewEvent = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'plan.drafted.v1',
  data: { body: 'comune-di-prova', year: 2022, città: 'Forlì' },
  metadata: { actor: 'segretario' },
};
const second: NewEvent = { ...first, id: '00000000-0000-4000-8000-000000000002', type: 'plan.approved.v1' };

function recorded(stream: string, events: readonly NewEvent[]): RecordedEvent[] {
  return events.map((event, revision) => ({
    ...event,
    stream,
    revision,
    position: BigInt(revision + 1),
    createdAt: '2022-01-01T00:00:00.000Z',
  }));
}

function hashIn(event: NewEvent | undefined): string {
  const hash = event?.metadata['hash'];
  if (typeof hash !== 'string') throw new Error('not chained');
  return hash;
}

describe('the hash chain of a stream', () => {
  it('given the events of a stream, when chained, then the first has no previous hash and each names the one before', () => {
    const [one, two] = chained('plan-prova_2022', 0, null, [first, second]);
    expect(one?.metadata['previousHash']).toBeNull();
    expect(one?.metadata['hash']).toMatch(/^[0-9a-f]{64}$/);
    expect(two?.metadata['previousHash']).toBe(one?.metadata['hash']);
  });

  it('given the same event, when its keys come in another order, then its hash is the same', () => {
    const data = { year: 2022, città: 'Forlì', body: 'comune-di-prova' };
    const at = { stream: 's', revision: 0, previousHash: null };
    expect(hashOf({ ...first, ...at, data })).toBe(hashOf({ ...first, ...at }));
  });

  it('given the published form, when hashed, then the digest is the one an independent SHA-256 gives', () => {
    // printf '{"data":{"a":1},"id":"i","metadata":{},"previousHash":null,"revision":0,"stream":"s","type":"t"}' | sha256sum
    const hash = hashOf({
      stream: 's',
      revision: 0,
      id: 'i',
      type: 't',
      data: { a: 1 },
      metadata: {},
      previousHash: null,
    });
    expect(hash).toBe('24cf75c17ead6ffecd28b93ef57282c5a01260b277e0e1f264157936376af059');
  });

  it('given any link, when hashed, then the digest is that of the canonical form of the whole', () => {
    const content = fc.dictionary(fc.string(), fc.jsonValue());
    const text = fc.string({ unit: 'grapheme' });
    const place = { stream: text, revision: fc.nat(), id: text, type: text, previousHash: fc.option(text) };
    fc.assert(
      fc.property(fc.record({ ...place, data: content, metadata: content }), (link) => {
        const { hash: _, ...covered } = link.metadata;
        const whole = { ...link, metadata: covered } as Json;
        expect(hashOf(link as Link)).toBe(digestOf(whole));
      }),
    );
  });

  it('given what makes its id, when chained, then it is asked with all that the event says and where it follows on', () => {
    const idOf = (event: Omit<NewEvent, 'id'>, after: string | null) => {
      const said: string[] = [];
      const [{ id } = first] = chained('s', 4, after, [{ ...event, id: (all) => `made-${said.push(all)}` }]);
      expect(id).toBe('made-1');
      return said[0];
    };
    const { id: _, ...event } = first;
    const said = idOf(event, 'a');
    expect(idOf({ ...event }, 'a')).toBe(said);
    expect(idOf({ ...event, type: 'plan.redrafted.v1' }, 'a')).not.toBe(said);
    expect(idOf({ ...event, data: { year: 2023 } }, 'a')).not.toBe(said);
    expect(idOf({ ...event, metadata: { actor: 'sindaco' } }, 'a')).not.toBe(said);
    expect(idOf(event, 'b')).not.toBe(said);
  });

  it('given a chain appended in two parts, when the second starts from the last hash, then the stream verifies', () => {
    const start = chained('s', 0, null, [first]);
    const end = chained('s', 1, hashIn(start[0]), [second]);
    expect(verifyStream(recorded('s', [...start, ...end]))).toEqual({ ok: true });
  });

  it('given a chain, when any of its events is changed, moved or taken out, then the break is found at its place', () => {
    const third = { ...first, id: '00000000-0000-4000-8000-000000000003' };
    const events = recorded('s', chained('s', 0, null, [first, second, third]));
    const changed = events.map((event) => (event.revision === 1 ? { ...event, data: { year: 2023 } } : event));
    expect(verifyStream(changed)).toEqual({ ok: false, revision: 1, reason: 'chain/hash-differs' });
    expect(verifyStream(events.map((event) => ({ ...event, stream: 't' })))).toEqual({
      ok: false,
      revision: 0,
      reason: 'chain/hash-differs',
    });
    expect(verifyStream(events.filter(({ revision }) => revision !== 1))).toEqual({
      ok: false,
      revision: 1,
      reason: 'chain/revision-missing',
    });
    const cut = events.slice(1).map((event) => ({ ...event, revision: event.revision - 1 }));
    expect(verifyStream(cut)).toEqual({ ok: false, revision: 0, reason: 'chain/link-differs' });
  });

  it('for any data and metadata, a chained stream verifies after a journey through JSON', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue() as fc.Arbitrary<JsonObject>);
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.uuid(), type: fc.string(), data: object, metadata: object })),
        (events) => {
          const wire: NewEvent[] = JSON.parse(JSON.stringify(chained('s', 0, null, events)));
          expect(verifyStream(recorded('s', wire))).toEqual({ ok: true });
        },
      ),
    );
  });
});
