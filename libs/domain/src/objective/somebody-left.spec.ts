import { after, assign, define } from '../testing/commands.js';
import { chain, SECRETARY, segretario, vice } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';

const judging = { chains: { rendicontazione: chain }, staff: exampleStaff };
const toVice = assign({ shareId: SECRETARY, office: vice.office, judging });

describe('a share that goes to an office by which nobody could judge it', () => {
  it('given the Segretario’s share, when it goes to who stands in for them, then it is refused, with the step', () => {
    expect(after(define()).when(toVice)).toMatchObject({
      refusal: 'objective/nobody-left',
      facts: { share: SECRETARY, step: 'verifica', office: vice.office },
    });
    const others = [...exampleStaff.tenures, tenure('u-other', vice.office)];
    // the office answers for it, whoever holds it
    expect(
      after(define()).when({ ...toVice, judging: { ...judging, staff: { ...exampleStaff, tenures: others } } }),
    ).toMatchObject({
      refusal: 'objective/nobody-left',
    });
  });

  it('given whoever gives it knows it, or it goes elsewhere, or nobody asks, then it goes', () => {
    const given = after(define());
    expect(given.when({ ...toVice, knowingly: true })).toHaveProperty('events');
    expect(given.when({ ...toVice, office: 'archivio' })).toHaveProperty('events');
    expect(given.when(assign({ shareId: SECRETARY, office: vice.office }))).toHaveProperty('events');
  });

  it('given a step that had nobody before, then it goes: that is nothing new', () => {
    const without = { ...chain, steps: chain.steps.map((step) => ({ ...step, substitute: null })) };
    const asked = { chains: { rendicontazione: without }, staff: exampleStaff };
    expect(
      after(define()).when(assign({ shareId: SECRETARY, office: segretario.office, judging: asked })),
    ).toHaveProperty('events');
  });
});
