import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { encodeRecord, headingOf, idOf } from './record.js';

const bytes = fc.uint8Array({ maxLength: 400 });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

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
            revision: Number(recorded?.getStreamRevision()),
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
        },
      ),
    );
  });
});
