import { nearest } from './nearest.js';

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
});
