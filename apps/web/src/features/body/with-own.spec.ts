import { withOwn } from './with-own.js';

const body = { name: 'Comune', patronDay: null, revision: 4 };

describe('a change of one’s own', () => {
  it('given nobody else said anything, then the body is known as it is now', () => {
    expect(withOwn(body, { patronDay: '06-24' }, 5)).toEqual({ name: 'Comune', patronDay: '06-24', revision: 5 });
  });

  it.each([
    ['somebody else was faster', 6],
    ['nothing changed', 4],
    ['the tables have told it already', 3],
  ])('given %s, then the body stays as it was read', (_case, revision) => {
    expect(withOwn(body, { patronDay: '06-24' }, revision)).toBe(body);
  });
});
