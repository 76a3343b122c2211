import fc from 'fast-check';
import { topLevelMember, withMember } from './json-text.js';

describe('JSON as text', () => {
  it('for any object, the value found is the text of the value that a parser finds', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        for (const [name, expected] of Object.entries(JSON.parse(text) as object))
          expect(JSON.parse(topLevelMember(text, name)?.text ?? '')).toEqual(expected);
      }),
    );
  });

  it('for any object, a member that is set is the only one that changes', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b', '$tb', ''), fc.jsonValue(), { noNullPrototype: true });
    fc.assert(
      fc.property(object, fc.constantFrom(0, 2), (value, indent) => {
        const text = withMember(JSON.stringify(value, undefined, indent), '$tb', '7');
        expect(JSON.parse(text)).toEqual({ ...(JSON.parse(JSON.stringify(value)) as object), $tb: 7 });
      }),
    );
  });

  it('numbers that are not exact here stay as they were written', () => {
    const text = '{"big": 12345678901234567890, "small": 1.10, "$tb": 9223372036854775807 }';
    expect(topLevelMember(text, '$tb')?.text).toBe('9223372036854775807');
    expect(withMember(text, '$tb', '3')).toBe('{"big": 12345678901234567890, "small": 1.10, "$tb": 3 }');
  });

  it('names may be written with escapes, nested ones are others, and the last of several counts', () => {
    expect(topLevelMember('{"\\u0024tb":1,"x":{"$tb":2}}', '$tb')?.text).toBe('1');
    expect(topLevelMember('{"$tb":1,"$tb":[2,{"$tb":3}]}', '$tb')?.text).toBe('[2,{"$tb":3}]');
    expect(topLevelMember('{"x":"\\",\\"$tb\\":1"}', '$tb')).toBeUndefined();
    expect(withMember(' {} ', '$tb', '0')).toBe(' {"$tb":0} ');
  });
});
