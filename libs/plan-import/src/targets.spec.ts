import { targetIn, targetOfCell } from './targets.js';

const said = (text: string) => {
  const target = targetIn(text);
  return target === null ? null : `${target.comparison} ${target.value} ${target.unit}`;
};

describe('what an indicator asks for in figures', () => {
  it.each([
    ['Tempi di risposta non oltre 28 giorni', null],
    ['Risposta in non più di 1.500 giorni', null],
    ['Risposta al massimo 15 gg', null],
    ['Preavviso di almeno 30 giorni', null],
    ['Preavviso di almeno 12 mesi', null],
    ['Servizio garantito per n. 45 giorni', null],
    ['Apertura in almeno 12 giornate', 'at-least 12 count'],
    ['Almeno 12345 accessi', 'at-least 12345 count'],
    ['Almeno 1.250 accessi', 'at-least 1250 count'],
    ["Almeno l'80% dei casi", 'at-least 80 %'],
    ['Errori non oltre 28', 'at-most 28 count'],
    ['Scarto non superiore al 2,5%', 'at-most 2.5 %'],
    ['n. 40 sopralluoghi', 'exactly 40 count'],
    ['100% degli avvisi', 'exactly 100 %'],
    ['Relazione entro il 31/10/2022', null],
  ])('%s', (text, target) => expect(said(text)).toBe(target));

  it('is never a part of a figure, however long', () => {
    expect(said('Almeno 1234567 accessi')).toBeNull();
    expect(targetOfCell('12')).toEqual({ comparison: 'exactly', value: '12', unit: 'count' });
  });
});
