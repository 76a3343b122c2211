import { archive } from '../testing/example.js';
import { foundAbout, sharesOfSameFinding } from './same-finding.js';

const [boxes] = archive.indicators;
if (boxes === undefined) throw new Error('The example has no indicators');
const indicator = (id: string, text: string, ...shareIds: readonly string[]) => ({ ...boxes, id, text, shareIds });

describe('the findings about a share', () => {
  it('given one indicator of two shares, then each is scored on what is found about the other', () => {
    const objective = { indicators: [indicator('i1', 'Due rapporti', 'a', 'b'), indicator('i2', 'Sei casse', 'c')] };
    expect(sharesOfSameFinding(objective, 'a')).toEqual(['b']);
    expect(sharesOfSameFinding(objective, 'c')).toEqual([]);
    expect(sharesOfSameFinding(objective, 'nobody')).toEqual([]);
  });

  it.each([
    ['the same words', 'Monitoraggio del PTPCT: 2 rapporti, al 30/06/2026'],
    ['other capitals, blanks and stops', 'MONITORAGGIO del PTPCT –  2 rapporti al 30/06/2026.'],
    ['another accent', 'Monitoràggio del PTPCT: 2 rapporti, al 30/06/2026'],
  ])('given %s written again in the row of another area, then it is one finding', (_, again) => {
    const first = indicator('i1', 'Monitoraggio del PTPCT: 2 rapporti, al 30/06/2026', 'segretario');
    const objective = { indicators: [first, indicator('i2', again, 'cultura')] };
    expect(sharesOfSameFinding(objective, 'segretario')).toEqual(['cultura']);
    expect(sharesOfSameFinding(objective, 'cultura')).toEqual(['segretario']);
    expect(foundAbout(objective, 'cultura')).toEqual(foundAbout(objective, 'segretario'));
  });

  it('given another day or number, then it is another', () => {
    const objective = { indicators: [indicator('i1', '2 rapporti', 'a'), indicator('i2', '3 rapporti', 'b')] };
    expect(sharesOfSameFinding(objective, 'a')).toEqual([]);
  });

  it('given one that stands twice in a share, then it is one', () => {
    const objective = { indicators: [indicator('i1', 'Rapporto', 'a'), indicator('i2', 'rapporto', 'a')] };
    expect(foundAbout(objective, 'a')).toEqual(['rapporto']);
  });
});
