import fc from 'fast-check';
import { alikeAmong } from './alike.js';

const named = (user: string, name: string | null, email: string | null = null) => ({ user, name, email });
const areAlike = (one: string, other: string) =>
  alikeAmong([named('a', one), named('b', other)])(named('a', one)).length === 1;

describe('two accounts that may be one person, by their name', () => {
  it.each([
    ['DUE PINO', 'Pino Due'],
    ['Due, Pino', 'Pino  Due '],
    ["Niccolo' Due", 'Niccolò Due'],
    ['Nicolo` Due', 'Nicolò Due'],
    ['Niccolo´ Due', 'NICCOLÒ DUE'],
    ["Anna D'Angelo", 'D’ANGELO ANNA'],
    ["Anna D' Angelo", 'Anna D’Angelo'],
    ['Maria-Grazia Rossi', 'ROSSI MARIA GRAZIA'],
    ['Ｐｉｎｏ Due', 'Pino Due'],
  ])('given %s and %s, then they are alike', (one, other) => {
    expect(areAlike(one, other)).toBe(true);
  });

  it.each([
    ['Pino Due', 'Pina Due'],
    ['Pino Due', 'Pino Due Tre'],
    ['Pino Due', 'Nipo Due'],
    ['Maria Maria', 'Maria'],
  ])('given %s and %s, then they are not', (one, other) => {
    expect(areAlike(one, other)).toBe(false);
  });

  it('given accounts without a name, or with nothing that is read as one, then none is like another', () => {
    const accounts = [named('a', null), named('b', null), named('c', '--'), named('d', "'", '')];
    const alikeTo = alikeAmong(accounts);
    expect(accounts.flatMap(alikeTo)).toEqual([]);
  });

  it('given one e-mail and one name, then the account is told once, by the e-mail', () => {
    const accounts = [named('a', 'Pino Due', 'Due@rocca.it'), named('b', 'DUE PINO', ' due@ROCCA.it')];
    expect(alikeAmong(accounts)(named('c', 'Pino Due', 'due@rocca.it'))).toEqual([
      { user: 'a', likeness: 'email' },
      { user: 'b', likeness: 'email' },
    ]);
  });

  const words = fc.array(fc.stringMatching(/^[a-zàèéìòù]{2,8}$/u), { minLength: 1, maxLength: 5 });

  it('given any name, then its words in any order and case, without accents, with any spaces between, are alike', () => {
    const written = words.chain((some) =>
      fc.record({
        name: fc.constant(some.join(' ')),
        again: fc.shuffledSubarray(some, { minLength: some.length }),
        space: fc.constantFrom(' ', '  ', ', ', '\t', '-'),
        as: fc.constantFrom(
          (text: string) => text.toUpperCase(),
          (text: string) => text.normalize('NFD'),
          (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
          (text: string) => text.normalize('NFD').replace(/\p{M}/gu, "'"),
        ),
      }),
    );
    fc.assert(
      fc.property(written, ({ name, again, space, as }) => {
        expect(areAlike(name, again.map(as).join(space))).toBe(true);
      }),
    );
  });

  it('given any names, then who is like another is liked back, and nobody is like themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.option(words, { nil: null }), { maxLength: 8 }), (names) => {
        const accounts = names.map((name, index) => named(String(index), name?.join(' ') ?? null));
        const alikeTo = alikeAmong(accounts);
        const pairs = accounts.flatMap((one) => alikeTo(one).map(({ user }) => [one.user, user]));
        for (const [one, other] of pairs) {
          expect(one).not.toBe(other);
          expect(pairs).toContainEqual([other, one]);
        }
      }),
    );
  });
});
