import { nearest } from './nearest.js';

/** Optimal string alignment as it is defined. */
const changes = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const [fewerA, fewerB] = [a.slice(1), b.slice(1)];
  return Math.min(
    changes(fewerA, b) + 1,
    changes(a, fewerB) + 1,
    changes(fewerA, fewerB) + (a[0] === b[0] ? 0 : 1),
    a.length > 1 && a[0] === b[1] && a[1] === b[0] ? changes(a.slice(2), b.slice(2)) + 1 : Infinity,
  );
};

/** Every word of two letters of the alphabet, up to a length. */
const words = (longest: number): string[] =>
  longest === 0 ? [''] : ['', ...words(longest - 1).flatMap((word) => [`a${word}`, `b${word}`])];

const roles = ['segretario', 'vicesegretario', 'responsabile', 'nucleo', 'rpct'];

describe('the name that was probably meant', () => {
  it.each([
    ['responsabile', 'responsabile'],
    ['Responsable', 'responsabile'], // a letter left out
    ['respnsabbile', 'responsabile'], // one out, one too many
    ['nulceo', 'nucleo'], // two swapped
    ['rcpt', 'rpct'],
    ['vice-segretario', 'vicesegretario'],
    ['segretaria', 'segretario'],
  ])('of «%s» is %s', (written, meant) => expect(nearest(written, roles)).toBe(meant));

  it.each(['mago', '', 'responsabilità di risultato', 'ab'])('of «%s» is none of them', (written) => {
    expect(nearest(written, roles)).toBeNull();
  });

  it('given two that are near, then the nearer one; of none at all, none', () => {
    expect(nearest('casse', ['cassa', 'casse e tributi', 'passo'])).toBe('cassa');
    expect(nearest('x', [])).toBeNull();
  });

  it('given any short word, then it is meant where two changes make the one of the other, and not each letter', () => {
    const wrong: string[] = [];
    for (const name of words(4)) {
      for (const written of words(4)) {
        const apart = changes(written, name);
        const meant = apart <= 2 && apart < name.length ? name : null;
        if (nearest(written, [name]) !== meant) wrong.push(`${written} for ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('given a longer name, then as many changes as a third of its letters, and no more', () => {
    expect(nearest('rxspxnsxbilx', roles)).toBe('responsabile');
    expect(nearest('rxspxnsxbixx', roles)).toBeNull();
  });

  it('given the nearer one last, or two as near as each other, then the nearest, and the first of them', () => {
    expect(nearest('casse', ['passo', 'cassa'])).toBe('cassa');
    expect(nearest('cassx', ['cassa', 'casse'])).toBe('cassa');
  });
});
