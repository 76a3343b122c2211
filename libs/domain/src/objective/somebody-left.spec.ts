import { acknowledge, after, assign, define, submit } from '../testing/commands.js';
import { archive, chain, SECRETARY, segretario, vice } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import { nobodyLeftBy, nobodyLeftFrom, nobodyLeftNow } from './somebody-left.js';

const JUNE = '2022-06-01';
const JULY = '2022-07-01';
const AUGUST = '2022-08-05T08:00:00.000Z';
const judging = { chains: { rendicontazione: chain }, staff: exampleStaff };
/** A chain whose one step anybody else may take. */
const unasked = { ...chain, steps: chain.steps.filter(({ id }) => id === 'certificazione') };
const MEASURED = [{ indicatorId: 'signed', value: 'sì', notMeasuredBecause: null }];
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

  it('given that it went, then it is told for as long as it is so and nobody has reported on it', () => {
    const given = after(define(), { ...toVice, knowingly: true });
    expect(nobodyLeftNow(given.state, judging)).toMatchObject([{ facts: { share: SECRETARY, office: vice.office } }]);
    const handedOn = after(define(), assign({ shareId: SECRETARY, office: 'archivio' }));
    expect(nobodyLeftNow(handedOn.state, judging)).toEqual([]);
    // what nobody has yet is the plan's
    expect(nobodyLeftNow(after(define()).state, judging)).toEqual([]);
    const reported = submit({ shareId: SECRETARY, by: vice, chain: unasked, measurements: MEASURED });
    const done = after(
      define(),
      { ...toVice, knowingly: true },
      acknowledge({ shareId: SECRETARY, by: vice }),
      reported,
    );
    expect(nobodyLeftNow(done.state, judging)).toEqual([]);
  });

  it('given hand-overs one after the other, then each that leaves nobody is refused, whatever the one before left', () => {
    const reason = 'registrato dopo';
    const lent = [
      define(),
      assign({ shareId: SECRETARY, office: segretario.office, from: '2022-01-01' }),
      { ...toVice, knowingly: true, from: JUNE, reason },
    ];
    // the days that the office had are paid to its one holder
    const elsewhere = assign({ shareId: SECRETARY, office: 'archivio', judging, from: JULY, at: AUGUST, reason });
    expect(after(...lent).when(elsewhere)).toMatchObject({
      refusal: 'objective/nobody-left',
      facts: { who: vice.office },
    });
    const handed = after(...lent, { ...elsewhere, knowingly: true });
    const back = { ...toVice, from: '2022-08-01', at: AUGUST, reason };
    expect(handed.when(back)).toMatchObject({ refusal: 'objective/nobody-left' });
    const home = { ...back, office: segretario.office };
    expect(handed.when(home)).toMatchObject({ refusal: 'objective/nobody-left', facts: { who: vice.office } });
    const others = [...exampleStaff.tenures, tenure('u-other', vice.office, { from: '2022-08-02' })];
    const staffed = { ...judging, staff: { ...exampleStaff, tenures: others } };
    expect(handed.when({ ...home, judging: staffed })).toHaveProperty('events');
  });

  it('given nobody could judge it from the start, then the plan’s own assignment goes and is told, any other is refused', () => {
    const without = { ...chain, steps: chain.steps.map((step) => ({ ...step, substitute: null })) };
    const asked = { chains: { rendicontazione: without }, staff: exampleStaff };
    const own = assign({ shareId: SECRETARY, office: segretario.office, judging: asked });
    const defined = after(define());
    expect(defined.when(own)).toHaveProperty('events');
    expect(nobodyLeftBy(own, defined.state)).toMatchObject({
      facts: { share: SECRETARY, step: 'verifica', office: segretario.office, offices: segretario.office },
    });
    expect(defined.when({ ...own, office: 'archivio' })).toMatchObject({ refusal: 'objective/nobody-left' });
    expect(nobodyLeftFrom(archive, '2022-12-31', asked)).toMatchObject([{ facts: { share: SECRETARY } }]);
    expect(nobodyLeftFrom(archive, '2022-12-31', judging)).toEqual([]);
  });

  it('given a step that names nobody who holds anything, or a command that is refused, then nothing is told of it', () => {
    const nowhere = {
      ...chain,
      steps: chain.steps.map((step) => ({ ...step, who: [{ role: 'nessuno' }], substitute: null })),
    };
    const asked = { chains: { rendicontazione: nowhere }, staff: exampleStaff };
    const defined = after(define());
    const given = assign({ shareId: SECRETARY, office: 'archivio', judging: asked });
    expect(defined.when(given)).toHaveProperty('events');
    expect(nobodyLeftBy(given, defined.state)).toBeNull();
    expect(nobodyLeftBy({ ...toVice, from: '2099-01-01' }, defined.state)).toBeNull();
    expect(nobodyLeftBy({ ...toVice, knowingly: true }, defined.state)).toMatchObject({ facts: { step: 'verifica' } });
  });
});
