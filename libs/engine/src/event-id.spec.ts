import fc from 'fast-check';
import { v5 as uuidv5 } from 'uuid';
import { eventId } from './event-id.js';

describe('the id of an event', () => {
  it('given any name in any namespace, when made, then it is the UUIDv5 that the library makes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, namespace) => {
        expect(eventId(name, namespace)).toBe(uuidv5(name, namespace));
      }),
    );
  });

  it('given a namespace that is no UUID, when made, then it throws', () => {
    expect(() => eventId('name', 'not-a-uuid')).toThrow(TypeError);
  });
});
