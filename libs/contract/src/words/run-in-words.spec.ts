import { runInWords, type RunToName } from './run-in-words.js';

const areas: RunToName = { planId: '2022', scope: { kind: 'areas' }, settles: null, adjusted: null };
const ofShare: RunToName = { ...areas, scope: { kind: 'share', shareId: '5.3.1-polizia-locale' } };

describe('how a premium run is called', () => {
  it.each([
    ['one of a fund', areas, 'Fondo delle aree 2022', 'Fund of the areas 2022'],
    [
      'one of the Segretario',
      { ...areas, scope: { kind: 'segretario' } as const },
      'Fondo del Segretario 2022',
      'Fund of the Segretario 2022',
    ],
    ['one of a share', ofShare, 'Fondo di 5.3.1 (Polizia locale), 2022', 'Fund of 5.3.1 (Polizia locale), 2022'],
    [
      'one that pays what another has set aside',
      { ...areas, settles: '2022-aree' },
      'Fondo delle aree 2022: quote accantonate',
      'Fund of the areas 2022: parts set aside',
    ],
    [
      'one that puts a payment right',
      { ...ofShare, adjusted: '2022-5.3.1' },
      'Conguaglio 5.3.1 2022',
      'Adjustment 5.3.1 2022',
    ],
  ])('given %s, then it has a name in both languages', (_, run, italian, english) => {
    expect([runInWords(run, 'it'), runInWords(run, 'en')]).toEqual([italian, english]);
  });

  it('given what the body calls an area, then its share is told by that name', () => {
    expect(runInWords(ofShare, 'it', () => 'Corpo di polizia')).toBe('Fondo di 5.3.1 (Corpo di polizia), 2022');
  });
});
