import { encodeRecord } from './record.js';
import { TOMBSTONE } from './revision.js';
import { isDeleted, parseMetadata } from './stream-metadata.js';

function metadata(text: string, json = true) {
  const event = { id: '00000000-0000-4000-8000-000000000001', type: '$metadata', json, metadata: Buffer.alloc(0) };
  const place = { stream: '$$s', revision: 0, position: 1, writtenAtMs: 0 };
  return parseMetadata(encodeRecord({ ...event, data: Buffer.from(text) }, place));
}

describe('the metadata of a stream', () => {
  it('says how much is seen, and who may', () => {
    expect(metadata('{"$maxCount":5,"$maxAge":60,"$tb":3,"$acl":{"$r":"ada","$w":["ada","$ops"]}}')).toEqual({
      maxCount: 5,
      maxAgeMs: 60_000,
      truncateBefore: 3,
      acl: { read: ['ada'], write: ['ada', '$ops'] },
    });
  });

  it.each(['', 'no JSON', '[]', 'null', '7', '{"$maxCount":5'])('%j says nothing', (text) => {
    expect(metadata(text)).toEqual({});
  });

  it('what is not flagged as JSON says nothing', () => expect(metadata('{"$maxCount":5}', false)).toEqual({}));

  it.each([
    '{"$maxCount":0}',
    '{"$maxCount":-1}',
    '{"$maxCount":1.5}',
    '{"$maxCount":"5"}',
    '{"$maxAge":0}',
    '{"$tb":-1}',
    '{"$tb":1.5}',
    '{"$tb":9223372036854775808}',
    '{"$tb":null}',
    '{"$acl":"ada"}',
    '{"maxCount":5}',
  ])('%s is out of range or unknown, and ignored', (text) => {
    expect(metadata(text)).toEqual({});
  });

  it('a stream is deleted by the largest revision, and by no other', () => {
    expect(metadata('{"$tb":9223372036854775807}')).toEqual({ truncateBefore: TOMBSTONE });
    expect(isDeleted(metadata('{"$tb":9223372036854775807}'))).toBe(true);
    expect(isDeleted(metadata('{"$tb":9223372036854775806}'))).toBe(false);
    expect(isDeleted(metadata('{"$tb":9007199254740993}'))).toBe(false);
    expect(isDeleted(metadata('{}'))).toBe(false);
  });
});
