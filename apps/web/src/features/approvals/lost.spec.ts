import { lostIn } from './lost.js';

describe('what a migration loses', () => {
  it('is read from its event, and what is newer than this page is left aside', () => {
    const lost = [
      { what: 'step', step: 'verifica' },
      { what: 'votes', step: 'certificazione', persons: ['a', 'b'] },
      { what: 'something-newer', step: 'x' },
    ];
    expect(
      lostIn([
        { type: 'objective.approval-opened.v1', data: { lost: [{ what: 'step', step: 'no' }] } },
        { type: 'objective.approval-migrated.v1', data: { lost } },
      ]),
    ).toEqual([
      { what: 'step', step: 'verifica', persons: [] },
      { what: 'votes', step: 'certificazione', persons: ['a', 'b'] },
    ]);
  });

  it('given none, is nothing', () => {
    expect(lostIn([{ type: 'plan.approval-migrated.v1', data: {} }])).toEqual([]);
  });
});
