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
