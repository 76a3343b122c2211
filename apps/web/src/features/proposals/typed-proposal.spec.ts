import { asProposal, newKey, typedOf, type Proposed } from './typed-proposal.js';

const proposed: Proposed = {
  mission: 9,
  strategicObjective: 1,
  title: 'Sportello unico',
  participants: ['Polizia locale'],
  horizon: '2022-12-31',
  shares: [{ id: '9.1.1-finanziaria', areaId: 'finanziaria', unit: null, weight: '2.5', funding: null }],
  indicators: [
    {
      id: 'i1',
      shareIds: ['9.1.1-finanziaria'],
      text: 'Pratiche in 10 giorni',
      target: { comparison: 'at-least', value: '90', unit: '%' },
    },
  ],
  deadlines: [
    { id: 'd1', shareIds: ['9.1.1-finanziaria'], text: 'Apertura', kind: 'fixed', on: '2022-10-28' },
    { id: 'd2', shareIds: ['9.1.1-finanziaria'], text: 'Dopo il bando', kind: 'after', dependsOn: 'il bando' },
  ],
};
const italian = (decimal: string | null) => decimal?.replace('.', ',') ?? '';
const typed = typedOf(proposed, italian);
const another = { key: 's2', areaId: 'finanziaria', unit: 'Tributi', weight: '', funding: '1.000 €' };

describe('a proposal that is handed in again', () => {
  it('given nothing was changed, then what is sent is what was proposed', () => {
    expect(typed.shares[0]?.weight).toBe('2,5');
    expect(asProposal(typed, proposed, '9.1.1')).toEqual(proposed);
  });

  it('given another share of the same area, then it has an id of its own and concerns only what is ticked', () => {
    const { shares, indicators, deadlines } = asProposal(
      {
        ...typed,
        shares: [...typed.shares, another],
        indicators: [{ key: 'i2', text: 'Avvisi', comparison: '', value: '', unit: '%', of: ['s2'] }],
        deadlines: typed.deadlines.slice(0, 1),
      },
      proposed,
      '9.1.1',
    ) as Proposed;
    expect(shares[1]).toEqual({
      id: '9.1.1-finanziaria-2',
      areaId: 'finanziaria',
      unit: 'Tributi',
      weight: null,
      funding: '1.000 €',
    });
    expect(indicators).toEqual([{ id: 'i2', shareIds: ['9.1.1-finanziaria-2'], text: 'Avvisi', target: null }]);
    expect(deadlines).toEqual([proposed.deadlines[0]]);
  });

  it('given a share was dropped, then what concerned it concerns the one that is left', () => {
    const { indicators } = asProposal({ ...typed, shares: [another] }, proposed, '9.1.1') as Proposed;
    expect(indicators[0]?.shareIds).toEqual(['9.1.1-finanziaria-2']);
  });

  it('given a day that is moved and a new deadline, then only those with a day take one', () => {
    const [apertura, bando] = typed.deadlines;
    const deadlines = [
      { ...apertura!, on: '2022-11-04' },
      bando!,
      { key: newKey('d', typed.deadlines), text: 'Verifica', on: '2022-12-02', of: [] },
    ];
    const sent = asProposal({ ...typed, deadlines }, proposed, '9.1.1') as Proposed;
    expect(sent.deadlines).toEqual([
      { ...proposed.deadlines[0], on: '2022-11-04' },
      proposed.deadlines[1],
      { id: 'd3', shareIds: ['9.1.1-finanziaria'], text: 'Verifica', kind: 'fixed', on: '2022-12-02' },
    ]);
  });

  it('makes up no key that is taken', () => {
    expect(newKey('d', [{ key: 'd2' }])).toBe('d3');
  });
});
