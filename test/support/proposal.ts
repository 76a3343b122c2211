/** An objective of the finanziaria alone that the small plan does not have: sound, so that it may be proposed. */
export function proposalOf(number: string, title: string) {
  const share = `${number}-finanziaria`;
  return {
    mission: 9,
    strategicObjective: 1,
    title,
    shares: [{ id: share, areaId: 'finanziaria', weight: '2.5' }],
    indicators: [
      {
        id: 'i1',
        shareIds: [share],
        text: 'Pratiche in 10 giorni',
        target: { comparison: 'at-least', value: '90', unit: '%' },
      },
    ],
    deadlines: [{ id: 'd1', shareIds: [share], text: '', kind: 'fixed', on: '2022-10-28' }],
    horizon: '2022-12-31',
  };
}
