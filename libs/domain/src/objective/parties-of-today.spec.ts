import { after, approve, assign, submit, upTo } from '../testing/commands.js';
import { ACT, archive, NEXT_YEAR, REGISTRY, SECRETARY, vice } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { ObjectiveCommandOf } from './messages.js';
import { knowingParties, partiesOf } from './parties.js';

const system = { id: 'system', office: 'system' };
/** By which the Segretario's share is measured by what the registry's is. */
const together: ObjectiveCommandOf<'objective.vary'> = {
  type: 'objective.vary',
  variationId: '2022-1',
  objective: {
    ...archive,
    indicators: archive.indicators.map((one) =>
      one.id === 'boxes' ? { ...one, shareIds: [...one.shareIds, SECRETARY] } : one,
    ),
  },
  act: ACT,
  by: system,
  at: NEXT_YEAR,
};
const reported = [...upTo.acknowledged, submit()] as const;

describe('who comes to be scored on what is under approval already', () => {
  it('given a variation that has the Segretario scored on the same finding, then the Vicesegretario verifies it', () => {
    expect(after(...reported).when(approve())).toHaveProperty('events');
    const varied = after(...reported, together);
    expect(varied.when(approve())).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'same-finding', approver: 'vicesegretario' },
    });
    expect(varied.when(approve({ by: vice }))).toMatchObject({
      events: [{ data: { rerouted: { from: 'segretario', rule: 'same-finding' } } }, { data: { step: 'verifica' } }],
    });
  });

  it('given a share of the same finding that is given to another office meanwhile, then that one does not either', () => {
    const given = assign({ shareId: SECRETARY, office: 'nucleo-2', by: vice, at: NEXT_YEAR });
    const staff = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-nucleo', 'nucleo-2')] };
    const certifies = approve({ step: 'certificazione', by: { id: 'u-nucleo', office: 'nucleo' }, staff });
    const verified = [...reported, approve()] as const;
    expect(after(...verified, given).when(certifies)).toHaveProperty('events');
    expect(after(...verified, given, together).when(certifies)).toMatchObject({ refusal: 'approval/no-substitute' });
  });

  it('given a variation that takes the finding away again, then whoever was a party stays one', () => {
    const { state } = after(...upTo.acknowledged, together, submit(), {
      ...together,
      variationId: '2022-2',
      objective: archive,
    });
    const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
    const report = share?.rendicontazione;
    if (!share || !report) throw new Error('Nothing is under way');
    expect(partiesOf(share, state, []).scored).toEqual([]);
    expect(knowingParties(report, share, state)).toBe(report);
    expect(report.parties.scored).toEqual(['segretario']);
  });
});
