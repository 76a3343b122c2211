import shared from '@eventstore/db-client/generated/shared_pb.js';
import fc from 'fast-check';
import { structuredUuid, uuidText } from './uuid.js';

describe('the two forms of an id', () => {
  it('for any id, both say the same', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(uuidText(structuredUuid(id))).toBe(id)));
  });

  it('text is taken in upper case too; nothing, nil and nonsense are not ids', () => {
    const text = 'AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE';
    expect(uuidText(new shared.UUID().setString(text))).toBe(text.toLowerCase());
    expect(uuidText(undefined)).toBeUndefined();
    expect(uuidText(new shared.UUID().setString('00000000-0000-0000-0000-000000000000'))).toBeUndefined();
    expect(uuidText(new shared.UUID().setString('plan'))).toBeUndefined();
  });
});
