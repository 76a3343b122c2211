import { standingOf } from './password-rules.js';

describe('a password while it is typed', () => {
  it('given signs of two units, then each counts as one character', () => {
    expect(standingOf('😀'.repeat(14), [])).toMatchObject({ length: 14, longEnough: false });
    expect(standingOf('quattro parole insolite', [])).toMatchObject({ longEnough: true, ownWords: true });
  });

  it('given little but names that everybody here knows, then it tells whose it is', () => {
    const names = ['anna.bianchi', 'Comune di Borgo Sereno', 'Traguardo'];
    expect(standingOf('anna bianchi 2026 traguardo', names).ownWords).toBe(false);
    expect(standingOf('anna e tre gatti grigi', names).ownWords).toBe(true);
  });
});
