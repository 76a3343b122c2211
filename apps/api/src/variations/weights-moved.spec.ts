import { pointsInWords, weightsMoved } from './weights-moved.js';

const moving = (points: string) =>
  ({ kind: 'move-weight', from: '1.1.1-finanziaria', to: '1.1.2-polizia-locale', points }) as const;

describe('points that move from one share to another', () => {
  it('given one point, then both weights are told, before and after, and one point moves', () => {
    expect(weightsMoved(moving('1'), '40; 20', 'it')).toEqual({
      after: '39; 21',
      says: '1 punto passa dalla quota 1.1.1 (Finanziaria), da 40 a 39, alla quota 1.1.2 (Polizia locale), da 20 a 21',
    });
    expect(weightsMoved(moving('1.00'), '40; 20', 'en')).toEqual({
      after: '39; 21',
      says: '1 point moves from share 1.1.1 (Finanziaria), 40 to 39, to share 1.1.2 (Polizia locale), 20 to 21',
    });
  });

  it('given what the body calls the areas, then the shares are called so', () => {
    const nameOf = (area: string) => (area === 'finanziaria' ? 'Settore 2 – Finanze' : area);
    expect(weightsMoved(moving('1'), null, 'it', nameOf).says).toMatch(/1\.1\.1 \(Settore 2 – Finanze\)/);
  });

  it('given a part of a point or several, then they are told in the plural, with the comma of the language', () => {
    expect(weightsMoved(moving('2.5'), '40; 20.25', 'it')).toEqual({
      after: '37.5; 22.75',
      says: '2,5 punti passano dalla quota 1.1.1 (Finanziaria), da 40 a 37,5, alla quota 1.1.2 (Polizia locale), da 20,25 a 22,75',
    });
    expect(weightsMoved(moving('0.5'), '40; 20', 'en')).toMatchObject({
      says: expect.stringMatching(/^0\.5 points move/),
    });
    expect([pointsInWords('1', 'it'), pointsInWords('10', 'it'), pointsInWords('1', 'en')]).toEqual([
      '1 punto',
      '10 punti',
      '1 point',
    ]);
  });

  it('given a log of an earlier release, which kept the weight of who gives alone, then that is told', () => {
    expect(weightsMoved(moving('1'), '40', 'it')).toEqual({
      after: '39',
      says: '1 punto passa dalla quota 1.1.1 (Finanziaria), da 40 a 39, alla quota 1.1.2 (Polizia locale)',
    });
    expect(weightsMoved(moving('1'), null, 'en')).toEqual({
      after: '1',
      says: '1 point moves from share 1.1.1 (Finanziaria) to share 1.1.2 (Polizia locale)',
    });
  });
});
