import fc from 'fast-check';
import { patternOf, PatternUnusable } from './pattern.js';

describe('the pattern of a filter', () => {
  it.each([
    ['^piano|^atto', 'atto-1', true],
    ['^piano|^atto', 'un-atto', false],
    ['atto', 'un-atto', true],
    ['^[^$].*', '$stats', false],
    ['^[^\\$].*', 'plan', true],
    ['\\.v[0-9]{1,3}$', 'plan.approved.v12', true],
    ['(?i)PIANO', 'piano', true],
    ['^\\u0041', 'A', true],
    ['città$', 'in città', true],
  ])('%s on %s: %s', (source, text, matches) => expect(patternOf(source).test(text)).toBe(matches));

  it('for any text, agrees with the language’s own where both can', () => {
    const source = fc.constantFrom('^a', 'b$', 'a.b', '^[^$].*', '(a|b)+c', '\\d{2}', 'a?b*c+', '[^ab]');
    fc.assert(
      fc.property(source, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '$', '1', 'è') }), (pattern, text) => {
        expect(patternOf(pattern).test(text)).toBe(new RegExp(pattern).test(text));
      }),
    );
  });

  it('that would take for ever elsewhere, takes no time', () => {
    const text = `${'a'.repeat(50_000)}c`;
    const began = process.cpuUsage();
    for (const source of ['^(a+)+$', '(a|a)*$', '(a|aa)+$', 'a*a*a*a*a*b|c$']) patternOf(source).test(text);
    // of the processor: others may have it meanwhile
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000);
  });

  it.each(['(', '[a', 'a{5,2}', '(?=a)', '(?!a)', '(a)\\1', '((a{100}){100}){100}', 'a'.repeat(5000)])(
    'that cannot be read is refused: %.20s',
    (source) => expect(() => patternOf(source)).toThrow(PatternUnusable),
  );
});
