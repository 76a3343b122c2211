import type { Staff, Tenure } from '../organisation/staff.js';
import {
  ACT_OF_GIUNTA,
  approvalOf,
  opening,
  people,
  step,
  takes,
  verification,
  who,
  type Told,
} from '../testing/approval.js';
import { delegation, tenure } from '../testing/staff.js';
import type { LocalDate } from '../values.js';

const TODAY = '2023-06-01';
const NOW = `${TODAY}T09:00:00.000Z`;
const other = { id: 'u-other', office: 'segretario' };

/** Of today, where everybody but the Segretario is as ever. */
function staffWith(tenures: readonly Tenure[], more: Partial<Staff> = {}): Staff {
  const others = people.tenures.filter(({ office }) => office !== 'segretario');
  return { ...people, day: TODAY, tenures: [...others, ...tenures], ...more };
}

const reported = approvalOf(opening());
const verifies = (on: LocalDate, by = other) => takes('verifica', by, { on });
const asOf = (staff: Staff, state: Told = reported) => state.at(NOW, staff);
const early = (needs: string, value: LocalDate, min: LocalDate) => ({
  refusal: 'value/before-its-fact',
  told: { field: 'occurredOn', needs, value, min },
});

describe('a step taken with an earlier day', () => {
  it('given who answered for it on that day, and is Segretario today, then they do not verify it with that day', () => {
    const moved = asOf(
      staffWith([
        tenure(other.id, 'affari-generali', { to: '2023-03-31' }),
        tenure(other.id, 'segretario', { from: '2023-03-01' }),
      ]),
    );
    expect(moved.when(verifies('2023-03-31'))).toEqual({
      refusal: 'approval/own-report',
      told: { office: 'segretario', rule: 'own-office', day: '2023-03-31' },
    });
    expect(moved.when(verifies('2023-04-01'))).toHaveProperty('facts');
    expect(moved.when(takes('verifica', other))).toHaveProperty('facts');
  });

  it('given who acted that day by a delegation of who answers for it, then they do not either', () => {
    const lent = { delegations: [delegation('d-1', 'affari-generali', other.id, { until: '2023-03-31' })] };
    const delegate = asOf(staffWith([tenure(other.id, 'segretario')], lent));
    expect(delegate.when(verifies('2023-03-31'))).toMatchObject({ told: { rule: 'delegate' } });
    expect(delegate.when(verifies('2023-04-01'))).toHaveProperty('facts');
  });

  it('given an evaluator who was Segretario, or was paid, on that day, then they certify nothing with that day', () => {
    const certified = approvalOf(opening([step('certificazione', { who: [{ office: 'nucleo' }] })]));
    const by = { id: 'u-nucleo', office: 'nucleo' };
    const certifies = (of: Tenure, on: LocalDate) =>
      asOf(staffWith([of]), certified).when(takes('certificazione', by, { on }));
    const was = { to: '2023-03-31' };
    const secretary = tenure(by.id, 'segretario', was);
    expect(certifies(secretary, '2023-03-31')).toMatchObject({ told: { rule: 'evaluator-segretario' } });
    expect(certifies(secretary, '2023-04-01')).toHaveProperty('facts');
    const head = tenure(by.id, 'tributi', { ...was, roles: ['responsabile'] });
    expect(certifies(head, '2023-03-31')).toMatchObject({ told: { rule: 'evaluator-beneficiary' } });
    expect(certifies(head, '2023-04-01')).toHaveProperty('facts');
  });

  it('given who came to the office later, then they vote with no day before their first one', () => {
    const came = asOf(staffWith([tenure(other.id, 'segretario', { from: '2023-05-01' })]));
    expect(came.when(verifies('2023-04-30'))).toEqual(early('tenure', '2023-04-30', '2023-05-01'));
    expect(came.when(verifies('2023-05-01'))).toHaveProperty('facts');
  });

  it('given an office left for a time, then the day from which it was held again is told', () => {
    const back = asOf(
      staffWith([
        tenure(other.id, 'segretario', { to: '2023-02-28' }),
        tenure(other.id, 'segretario', { from: '2023-05-01' }),
      ]),
    );
    expect(back.when(verifies('2023-03-10'))).toEqual(early('tenure', '2023-03-10', '2023-05-01'));
    expect(back.when(verifies('2023-02-28'))).toHaveProperty('facts');
  });

  it('given an office of which an account alone tells, then nobody asks since when it was held', () => {
    const told = tenure(other.id, 'segretario', { from: '2023-05-01', byAccount: true });
    expect(asOf(staffWith([told])).when(verifies('2023-04-30'))).toHaveProperty('facts');
  });

  it('given who has left the office, then they vote no more, with whichever day', () => {
    const left = asOf(staffWith([tenure(other.id, 'segretario', { to: '2023-05-31' })]));
    expect(left.when(verifies('2023-03-10'))).toMatchObject({ refusal: 'approval/not-your-step' });
  });

  it('given a delegate or who stands in, then not before they did, nor in the place of who came later', () => {
    const secretary = tenure('u-segretario', 'segretario');
    const lent = delegation('d-1', 'segretario', other.id, {
      from: '2023-05-10',
      until: TODAY,
      holder: 'u-segretario',
    });
    const standIn = asOf(staffWith([secretary], { delegations: [lent] }));
    expect(standIn.when(verifies('2023-05-09'))).toEqual(early('delegated', '2023-05-09', '2023-05-10'));
    expect(standIn.when(verifies('2023-05-10'))).toHaveProperty('facts');
    const successor = [tenure('u-before', 'segretario', { to: '2023-04-30' }), { ...secretary, from: '2023-05-01' }];
    const ofBoth = [
      { ...lent, id: 'd-0', holder: 'u-before', from: '2023-03-01', until: '2023-04-30' },
      { ...lent, from: '2023-05-01' },
    ];
    const ofSuccessor = asOf(staffWith(successor, { delegations: ofBoth }));
    expect(ofSuccessor.when(verifies('2023-04-15'))).toEqual(early('delegated', '2023-04-15', '2023-05-01'));
    expect(ofSuccessor.when(verifies('2023-05-01'))).toHaveProperty('facts');
  });

  it('given a substitute whose turn it is since somebody is barred, then not with a day before that', () => {
    const alsoHead = tenure('u-segretario', 'affari-generali', { from: '2023-05-01' });
    const barred = asOf(staffWith([tenure('u-segretario', 'segretario'), alsoHead]));
    expect(barred.when(verifies('2023-04-30', who.vice))).toEqual(early('rerouted', '2023-04-30', '2023-05-01'));
    expect(barred.when(verifies('2023-05-01', who.vice))).toHaveProperty('facts');
  });

  it.each([
    ['escalated', { do: 'escalate', to: { office: 'giunta' }, after: 1 }],
    ['substituted', { do: 'substitute', by: { office: 'giunta' }, after: 1 }],
  ] as const)(
    'given a step that a time-out has %s, then whom it called decides with no day before',
    (needs, action) => {
      const late = step('verifica', {
        ...verification,
        substitute: null,
        term: { workingDays: 5 },
        onTimeout: [action],
      });
      const staff = staffWith([tenure('u-segretario', 'segretario')]);
      const silent = asOf(staff, approvalOf(opening([late, step('dopo')])));
      const calendar = { patronDay: null };
      const rung = silent
        .at('2023-02-06T09:00:00.000Z')
        .after([{ do: 'time-out', calendar }, who.giunta])
        .at(NOW);
      expect(rung.when(verifies('2023-02-05', who.giunta))).toEqual(early(needs, '2023-02-05', '2023-02-06'));
      expect(rung.when(verifies('2023-02-06', who.giunta))).toHaveProperty('facts');
    },
  );

  it('given the act of a body, then its day is not that of the vote: who records it today need not have been there', () => {
    const resolves = approvalOf(
      opening([step('presa-atto', { who: [{ office: 'giunta' }], act: { kinds: ['DGC'] } })]),
    );
    const came = people.tenures.map((one) => (one.office === 'giunta' ? { ...one, from: '2023-05-01' } : one));
    const today = asOf({ ...people, day: TODAY, tenures: came }, resolves);
    const act = { ...ACT_OF_GIUNTA, date: '2023-03-10' };
    expect(today.when(takes('presa-atto', who.giunta, { act }))).toHaveProperty('facts');
    const told = takes('presa-atto', who.giunta, { act, on: '2023-03-10' });
    expect(today.when(told)).toEqual(early('tenure', '2023-03-10', '2023-05-01'));
  });

  it('given who chooses another for the step, or another version, then of both days too', () => {
    const moved = staffWith([
      tenure('u-segretario', 'segretario'),
      tenure(other.id, 'affari-generali', { from: '2023-03-01', to: '2023-03-31' }),
      tenure(other.id, 'direzione', { from: '2023-02-15' }),
    ]);
    const by = { id: other.id, office: 'direzione' };
    const gives = { do: 'reassign', step: 'verifica', to: who.segretario, reason: 'ferie' } as const;
    const chain = { ...opening().chain, version: 2 };
    const moves = { do: 'migrate', chain, workflow: null, reason: 'nuovo regolamento' } as const;
    for (const deed of [gives, moves]) {
      expect(asOf(moved).when([deed, by], '2023-03-31')).toMatchObject({
        told: { rule: 'own-office', day: '2023-03-31' },
      });
      expect(asOf(moved).when([deed, by], '2023-04-01')).toHaveProperty('facts');
      expect(asOf(moved).when([deed, by], '2023-02-14')).toEqual(early('tenure', '2023-02-14', '2023-02-15'));
    }
  });
});
