/** An objective of the finanziaria alone that the small plan does not have: sound, so that it may be proposed. */
export function proposalOf(number: string, title: string, year = 2022) {
  const share = `${number}-finanziaria`;
  const [mission, strategicObjective] = number.split('.').map(Number);
  return {
    mission,
    strategicObjective,
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
    deadlines: [{ id: 'd1', shareIds: [share], text: '', kind: 'fixed', on: `${year}-10-28` }],
    horizon: `${year}-12-31`,
  };
}
