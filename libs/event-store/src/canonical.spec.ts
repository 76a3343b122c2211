import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from './canonical.js';
import type { Json } from './event-store.js';

describe('the canonical form', () => {
  it('given any JSON value, when written by hand, then it is what the library writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary' }), (value) => {
        expect(canonical(value as Json)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['keys that look like numbers', { 10: 'a', 9: 'b', '-1': 'c', é: 'd', '😀': 'e', '\ufb33': 'f' }],
    [
      'more keys than are put in order by hand',
      Object.fromEntries(Array.from({ length: 100 }, (_, n) => [(n * 37) % 100, n])),
    ],
    ['keys that need escapes, twice', [{ 'a"b': 1 }, { 'a"b': 2 }]],
    ['texts that need escapes', ['"', '\\', '\n\t\u0000\u007f', '\u2028', 'città', '😀', '']],
    ['numbers', [0, -0, 1e21, 1e-7, 0.1, 123456789.5, -5]],
    ['nothing', [{}, [], null, true, false]],
  ])('given %s, when written, then it is what the library writes', (_, value) => {
    expect(canonical(value as Json)).toBe(canonicalize(value));
  });

  it('given a member without a value, when written, then it is left out, as in the log', () => {
    expect(canonical({ a: undefined, b: 1 } as unknown as Json)).toBe('{"b":1}');
  });

  it.each([Number.NaN, Infinity, '\ud800', { '\udc00': 1 }])(
    'given %p, which has no canonical form, when written, then it throws as the library does',
    (value) => {
      expect(() => canonical(value as Json)).toThrow(/not allowed/);
    },
  );
});
