import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { contentOf, encodeLinked, encodeRecord, headingOf, idOf } from './record.js';
import { TOMBSTONE } from './revision.js';

const bytes = fc.uint8Array({ maxLength: 400 });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

const somewhere = { stream: 's', revision: 0, position: 1, writtenAtMs: 1_640_995_200_000 };

function nothing(type: string) {
  const id = '00000000-0000-4000-8000-000000000001';
  return { id, type, json: false, data: new Uint8Array(), metadata: new Uint8Array() };
}

describe('a record', () => {
  it('for any event, the official stubs read what was written, and its heading is found without decoding', () => {
    fc.assert(
      fc.property(
        fc.record({ id: fc.uuid(), type: text, json: fc.boolean(), data: bytes, metadata: bytes }),
        fc.record({ stream: text, revision: whole, position: whole }),
        (event, place) => {
          const record = encodeRecord(event, { ...place, writtenAtMs: 1_640_995_200_000 });
          const read = streams.ReadResp.deserializeBinary(record).getEvent();
          const recorded = read?.getEvent();
          expect({
            id: recorded?.getId()?.getString(),
            type: recorded?.getMetadataMap().get('type'),
            json: recorded?.getMetadataMap().get('content-type') === 'application/json',
            data: recorded?.getData_asU8(),
            metadata: recorded?.getCustomMetadata_asU8(),
          }).toEqual(event);
          expect({
            stream: Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
            revision: Math.min(Number(recorded?.getStreamRevision()), TOMBSTONE),
            position: Number(recorded?.getCommitPosition()),
          }).toEqual(place);
          expect(recorded?.getPreparePosition()).toBe(String(place.position));
          expect(read?.getCommitPosition()).toBe(String(place.position));
          expect(recorded?.getMetadataMap().get('created')).toBe('16409952000000000');
          expect(headingOf(record)).toEqual({
            id: event.id,
            type: event.type,
            stream: place.stream,
            revision: place.revision,
          });
          expect(idOf(record)).toBe(event.id);
          const { metadata, data, ...rest } = contentOf(record);
          expect(rest).toEqual({ json: event.json, writtenAtMs: 1_640_995_200_000 });
          expect([new Uint8Array(metadata), new Uint8Array(data)]).toEqual([event.metadata, event.data]);
        },
      ),
    );
  });

  it('of a tombstone has the largest revision there is', () => {
    const record = encodeRecord(nothing('$streamDeleted'), { ...somewhere, revision: TOMBSTONE });
    const recorded = streams.ReadResp.deserializeBinary(record).getEvent()?.getEvent();
    expect(recorded?.getStreamRevision()).toBe('9223372036854775807');
    expect(headingOf(record)).toMatchObject({ revision: TOMBSTONE, type: '$streamDeleted' });
    expect(contentOf(record).writtenAtMs).toBe(1_640_995_200_000);
  });

  it('and a link to it are sent together, at the position of the link', () => {
    const target = encodeRecord(nothing('t'), { ...somewhere, position: 300 });
    const link = encodeRecord(nothing('$>'), { ...somewhere, stream: 'links', position: 70_000 });
    const both = streams.ReadResp.deserializeBinary(encodeLinked(target, link)).getEvent();
    expect(both?.getEvent()?.getMetadataMap().get('type')).toBe('t');
    expect(both?.getEvent()?.getCommitPosition()).toBe('300');
    expect(both?.getLink()?.getMetadataMap().get('type')).toBe('$>');
    expect(both?.getCommitPosition()).toBe('70000');
    const alone = streams.ReadResp.deserializeBinary(encodeLinked(undefined, link)).getEvent();
    expect(alone?.hasEvent()).toBe(false);
    expect(alone?.getLink()?.getCommitPosition()).toBe('70000');
    expect(alone?.getCommitPosition()).toBe('70000');
  });
});
