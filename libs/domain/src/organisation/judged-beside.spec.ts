import type { OfficeDefinition } from '../workflow/definition.js';
import { tenure } from '../testing/staff.js';
import { judgedBeside } from './judged-beside.js';

const offices: readonly OfficeDefinition[] = [
  { id: 'giunta', function: 'political-body', names: [] },
  { id: 'nucleo', function: 'evaluation-body', names: [] },
  { id: 'segretario', function: 'segretario', names: [] },
];
const giunta = tenure('u-anna', 'giunta');
const told = (...[taken, tenures = [], accounts = []]: Partial<Parameters<typeof judgedBeside>>) =>
  judgedBeside(taken ?? giunta, tenures, accounts, offices);

describe('a tenure in a body that judges, of somebody whom it judges', () => {
  it('given the Segretario, or a head, who comes to sit in the Giunta or the Nucleo, then it is told', () => {
    expect(told(giunta, [tenure('u-anna', 'segretario')])).toEqual([{ body: 'giunta', office: 'segretario' }]);
    expect(told(tenure('u-anna', 'nucleo'), [tenure('u-anna', 'tributi')])).toEqual([
      { body: 'nucleo', office: 'tributi' },
    ]);
  });

  it('given one of the Giunta who takes an area, then likewise', () => {
    expect(told(tenure('u-anna', 'tributi'), [giunta])).toEqual([{ body: 'giunta', office: 'tributi' }]);
  });

  it('given another person, another time, or two offices that do not judge each other, then nothing', () => {
    expect(told(giunta, [tenure('u-ugo', 'segretario')])).toEqual([]);
    expect(told(giunta, [tenure('u-anna', 'segretario', { to: '2021-12-31', from: '2021-01-01' })])).toEqual([]);
    expect(told(tenure('u-anna', 'tributi'), [tenure('u-anna', 'segretario')])).toEqual([]);
    expect(told(giunta, [tenure('u-anna', 'nucleo')])).toEqual([]);
  });

  it('given an office by account alone, which ends as the organisation says something of them, then nothing', () => {
    const own = { person: 'u-anna', office: 'tributi', roles: [], from: '2020-01-01', to: null };
    expect(told(giunta, [], [own])).toEqual([]);
    expect(told(giunta, [tenure('u-anna', 'tributi', { from: '2021-01-01' })], [own])).toHaveLength(1);
  });
});
