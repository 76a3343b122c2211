import { staffAsOf } from '../organisation/as-of.js';
import { verification } from '../testing/approval.js';
import { exampleStaff, parties, tenure } from '../testing/staff.js';
import { heldCredited } from './credited.js';
import { barred, eligible } from './separation.js';

/** The Vicesegretario's office had a share of the Segretario's from May to September. */
const credited = [{ office: 'vicesegretario', from: '2022-05-01', to: '2022-09-30' }] as const;
const judged = parties({ offices: ['segretario'], credited });
const SINCE = 'u-since';
const others = exampleStaff.tenures.filter(({ office }) => office !== 'vicesegretario');
const deputies = (...all: typeof exampleStaff.tenures) => ({ ...exampleStaff, tenures: [...others, ...all] });
const left = tenure('u-vice', 'vicesegretario', { to: '2022-12-31' });

describe('an office that had a share, and has it no more', () => {
  it('given whoever held it in those days, then they are paid, and barred as whatever', () => {
    expect(barred('u-vice', 'vicesegretario', judged, exampleStaff)?.code).toBe('beneficiary');
    const moved = deputies(left, tenure('u-vice', 'archivio', { from: '2023-01-01' }));
    expect(barred('u-vice', 'archivio', judged, moved)?.code).toBe('beneficiary');
  });

  it('given whoever holds it since, then they are paid nothing: they judge it, also beside who was', () => {
    const since = tenure(SINCE, 'vicesegretario', { from: '2022-10-01' });
    for (const staff of [deputies(left, since), deputies(tenure('u-vice', 'vicesegretario'), since)]) {
      expect(barred(SINCE, 'vicesegretario', judged, staff)).toBeNull();
      expect(eligible(verification, judged, staff, {})).toMatchObject({ persons: [SINCE], reroutedFrom: 'segretario' });
    }
  });

  it('given whoever holds it while it has the share, then nobody of it judges, whenever they came', () => {
    const theirs = parties({ offices: ['segretario', 'vicesegretario'], credited });
    const since = tenure(SINCE, 'vicesegretario', { from: '2022-10-01' });
    expect(barred(SINCE, 'vicesegretario', theirs, deputies(since))?.code).toBe('own-office');
    expect(eligible(verification, theirs, deputies(since), {})).toBeNull();
  });

  it('given an account that was made later, then the days before are its person’s where nobody else held the office', () => {
    const account = tenure(SINCE, 'vicesegretario', { from: '2022-11-01', byAccount: true });
    expect(heldCredited(SINCE, judged, deputies(account))).toBe(true);
    expect(heldCredited(SINCE, judged, deputies(account, tenure('u-vice', 'vicesegretario')))).toBe(false);
    const untilJune = tenure('u-vice', 'vicesegretario', { to: '2022-06-30' });
    expect(heldCredited(SINCE, judged, deputies(account, untilJune))).toBe(true);
    // a tenure that the organisation tells says since when
    expect(heldCredited(SINCE, judged, deputies(tenure(SINCE, 'vicesegretario', { from: '2022-11-01' })))).toBe(false);
  });
});

describe('whoever evaluates and is paid on objectives in another way', () => {
  const judging = 'u-judge';
  const year = { from: '2022-01-01', to: '2022-12-31' };
  const answering = { offices: ['archivio'], credited: [{ office: 'tributi', ...year }] };
  const share = parties({ offices: ['urbanistica'], credited: [{ office: 'urbanistica', ...year }] });
  const nucleo = tenure(judging, 'nucleo', { roles: ['nucleo'], from: '2023-01-01' });
  const beside = (...all: typeof exampleStaff.tenures) =>
    staffAsOf({ ...exampleStaff, answering, tenures: [...exampleStaff.tenures, nucleo, ...all] }, '2023-02-01');
  const rule = (staff: typeof exampleStaff, of = share) => barred(judging, 'nucleo', of, staff)?.code ?? null;

  it('given an office that answers for a share today, then they certify nobody’s, whatever their role is called', () => {
    expect(rule(beside())).toBeNull();
    expect(rule(beside(tenure(judging, 'archivio', { roles: ['personale'] })))).toBe('evaluator-beneficiary');
    expect(rule(beside(tenure(judging, 'protocollo', { roles: ['personale'] })))).toBeNull();
    expect(rule(beside(tenure(judging, 'archivio', { roles: ['personale'], to: '2022-12-31' })))).toBeNull();
  });

  it('given days of a share of the plan that is judged, then they certify nothing of that plan', () => {
    const was = beside(tenure(judging, 'tributi', { roles: ['personale'], from: '2022-02-01', to: '2022-03-31' }));
    expect(rule(was)).toBe('evaluator-beneficiary');
    const next = parties({
      offices: ['urbanistica'],
      credited: [{ office: 'urbanistica', from: '2023-01-01', to: '2023-12-31' }],
    });
    expect(rule(was, next)).toBeNull();
    expect(
      rule(beside(tenure(judging, 'tributi', { roles: ['personale'], from: '2021-02-01', to: '2021-03-31' }))),
    ).toBeNull();
    // as whatever else than the evaluation body they are as free as anybody
    expect(barred(judging, 'vicesegretario', share, was)).toBeNull();
  });
});
