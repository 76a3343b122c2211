import { fill } from './problem-text.js';
import { describeProblem, problems, type ProblemCode } from './problems.js';

const codes = Object.keys(problems) as ProblemCode[];

describe('what each code says', () => {
  it.each(codes)('given %s without a single fact, then both languages still say whole sentences', (code) => {
    for (const language of ['it', 'en'] as const) {
      const { title, detail, status } = describeProblem(code, language, {});
      expect(title).toMatch(/^[A-ZÈ].*[^.]$/);
      expect(detail).toMatch(/^[A-ZÈ].*[.]$/);
      expect(detail).not.toMatch(/[[\]{}]| {2}| [.,]/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
  });

  it('given facts, then they stand in the sentence; given none, then their part falls away', () => {
    const template = 'Il piano[ {plan}] è chiuso[ dal {day}].';
    expect(fill(template, { plan: '2022' })).toBe('Il piano 2022 è chiuso.');
    expect(fill(template, {})).toBe('Il piano è chiuso.');
  });

  it('given a fact that looks like a placeholder, then it is told as it is', () => {
    expect(fill('Il campo {field}[: «{value}»].', { field: 'x', value: '[{field}]$&' })).toBe(
      'Il campo x: «[{field}]$&».',
    );
  });
});
