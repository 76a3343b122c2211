import {
  ACT_OF_GIUNTA,
  acknowledgement,
  approvalOf,
  certification,
  opening,
  people,
  step,
  takes,
  told as standing,
  verification,
  who,
} from '../testing/approval.js';
import { delegation, parties } from '../testing/staff.js';

const open = approvalOf(opening());
const certifying = open.after(takes('verifica', who.segretario));

describe('what a step may say', () => {
  it('given a return, then it names points and a day, and the approval ends', () => {
    const returned = takes('verifica', who.segretario, {
      outcome: 'return',
      points: ['manca il verbale'],
      returnBy: '2023-01-31',
    });
    expect(open.when(returned)).toMatchObject({
      facts: [
        { kind: 'voted', outcome: 'return', person: 'u-segretario', returnBy: '2023-01-31' },
        { kind: 'returned', step: 'verifica', points: ['manca il verbale'], returnBy: '2023-01-31' },
      ],
    });
    expect(open.after(returned).state).toMatchObject({ status: 'returned', points: ['manca il verbale'] });
    expect(open.after(returned).when(takes('verifica', who.segretario))).toMatchObject({
      refusal: 'approval/not-open',
    });
  });

  it.each([
    [{ points: [] }, 'approval/points-missing'],
    [{ points: [' '] }, 'approval/points-missing'],
    [{ points: ['x'], returnBy: 'domani' }, 'value/not-a-date'],
    [{ points: ['x'], returnBy: '2023-01-19' }, 'value/out-of-range'],
  ])('given a return with %j, then %s', (fields, refusal) => {
    expect(open.when(takes('verifica', who.segretario, { outcome: 'return', ...fields }))).toMatchObject({ refusal });
  });

  it('given a quorum, when one member rejects in writing, then the approval ends whatever the others said', () => {
    const rejects = (reason: string) => takes('certificazione', who.nucleo2, { outcome: 'reject', reason });
    const told = certifying.after(takes('certificazione', who.nucleo));
    expect(told.when(rejects(' '))).toMatchObject({ refusal: 'value/text-missing' });
    expect(told.when(rejects('dati non verificabili'))).toMatchObject({
      facts: [
        { kind: 'voted', outcome: 'reject' },
        { kind: 'rejected', reason: 'dati non verificabili' },
      ],
    });
    expect(told.after(rejects('dati non verificabili')).state.status).toBe('rejected');
  });

  it('given a rejection or a return, then who said it, at which step, when and why is kept', () => {
    const rejects = takes('certificazione', who.nucleo2, { outcome: 'reject', reason: 'troppo tardi' });
    expect(certifying.after(rejects).state.ended).toEqual({
      step: 'certificazione',
      person: 'u-nucleo-2',
      office: 'nucleo',
      onBehalfOf: null,
      outcome: 'reject',
      note: '',
      act: null,
      at: '2023-01-20T08:00:00.000Z',
      reason: 'troppo tardi',
    });
    const returns = takes('certificazione', who.nucleo, { outcome: 'return', points: ['manca il verbale'] });
    expect(certifying.after(returns).state.ended).toMatchObject({
      step: 'certificazione',
      person: 'u-nucleo',
      outcome: 'return',
      reason: '',
    });
    expect(certifying.state).not.toHaveProperty('ended');
  });

  it('given votes for one degree, when a member corrects it in writing, then those who agreed are asked again', () => {
    const corrects = takes('certificazione', who.nucleo2, {
      outcome: 'correct-degree',
      degree: '80.0',
      reason: 'ritardo',
    });
    const told = certifying.after(takes('certificazione', who.nucleo));
    expect(told.when(corrects)).toMatchObject({
      facts: [
        { kind: 'degree-corrected', from: '95', to: '80', reason: 'ritardo' },
        { kind: 'voted', outcome: 'correct-degree', person: 'u-nucleo-2' },
      ],
    });
    const corrected = told.after(corrects);
    expect(corrected.state).toMatchObject({ degree: '80', opening: { votes: [{ person: 'u-nucleo-2' }] } });
    // nobody is asked again for the degree that stands
    const same = takes('certificazione', who.nucleo, { outcome: 'correct-degree', degree: '80', reason: 'ritardo' });
    expect(corrected.when(same)).toEqual({
      refusal: 'approval/same-degree',
      told: { step: 'certificazione', degree: '80' },
    });
    expect(corrected.after(takes('certificazione', who.nucleo)).state.passed).toEqual(['verifica', 'certificazione']);
  });

  it('given a step that agreed, then it is kept who did and what they wrote', () => {
    const told = open.after(takes('verifica', who.segretario, { note: 'riscontrata' }));
    expect(told.state.agreed).toMatchObject({
      verifica: [{ person: 'u-segretario', office: 'segretario', outcome: 'approve', note: 'riscontrata' }],
    });
  });

  it('given a step that one person decides, when they correct the degree, then it passes at once', () => {
    const corrects = takes('verifica', who.segretario, { outcome: 'correct-degree', degree: '70', reason: 'ritardo' });
    expect(open.after(corrects).state).toMatchObject({ degree: '70', passed: ['verifica'] });
  });

  it.each([
    [{ degree: '70', reason: '' }, 'value/text-missing'],
    [{ degree: '170', reason: 'x' }, 'value/out-of-range'],
    [{ degree: null, reason: 'x' }, 'value/not-a-decimal'],
    [{ degree: '95.00', reason: 'x' }, 'approval/same-degree'],
  ])('given a correction with %j, then %s', (fields, refusal) => {
    const corrects = takes('verifica', who.segretario, { outcome: 'correct-degree', ...fields });
    expect(open.when(corrects)).toMatchObject({ refusal });
  });

  it('given a subject without a degree, or a step that does not offer it, then approval/outcome-not-offered', () => {
    const corrects = takes('verifica', who.segretario, { outcome: 'correct-degree', degree: '70', reason: 'x' });
    expect(approvalOf(opening(undefined, { degree: null })).when(corrects)).toMatchObject({
      refusal: 'approval/outcome-not-offered',
    });
    const bare = approvalOf(opening([step('verifica', { outcomes: ['approve'] })]));
    expect(bare.when(corrects)).toMatchObject({ refusal: 'approval/outcome-not-offered' });
    expect(bare.when(takes('verifica', who.segretario, { outcome: 'return', points: ['x'] }))).toMatchObject({
      refusal: 'approval/may-not-return',
    });
  });

  it('given a step that needs its act, then it happens only with one of the right kind', () => {
    const last = certifying.after(takes('certificazione', who.nucleo), takes('certificazione', who.nucleo3));
    const approves = (act: typeof ACT_OF_GIUNTA | null) => last.when(takes('presa-atto', who.giunta, { act }));
    expect(approves(null)).toMatchObject({ refusal: 'approval/act-missing' });
    expect(approves({ ...ACT_OF_GIUNTA, kind: 'DCC' })).toMatchObject({ refusal: 'approval/act-of-other-kind' });
    expect(approves({ ...ACT_OF_GIUNTA, date: '2023-01-21' })).toMatchObject({
      refusal: 'objective/occurred-in-future',
    });
    expect(approves({ ...ACT_OF_GIUNTA, kind: 'dgc' })).toMatchObject({
      facts: [{ kind: 'voted' }, { kind: 'step-passed', final: true }, { kind: 'approved' }],
    });
  });

  it('given an act older than what it takes note of, then it is refused, by the day of the vote or of its own act', () => {
    const dated = (date: string) => takes('presa-atto', who.giunta, { act: { ...ACT_OF_GIUNTA, date } });
    const certified = certifying.after(takes('certificazione', who.nucleo), takes('certificazione', who.nucleo3));
    expect(certified.when(dated('2023-01-19'))).toEqual({
      refusal: 'approval/act-before-certification',
      told: { step: 'presa-atto', value: '2023-01-19', certified: 'certificazione', min: '2023-01-20' },
    });
    const minutes = { kind: 'verbale', number: '2', date: '2023-01-12' };
    const handedIn = { at: '2023-01-10T08:00:00.000Z' };
    const recordedLate = approvalOf(opening([certification, acknowledgement], handedIn)).after(
      takes('certificazione', who.nucleo, { act: { ...minutes, date: '2023-01-11' } }),
      takes('certificazione', who.nucleo3, { act: minutes }),
    );
    expect(recordedLate.when(dated('2023-01-11'))).toMatchObject({ told: { min: '2023-01-12' } });
    expect(recordedLate.when(dated('2023-01-12'))).toHaveProperty('facts');
    const happened = approvalOf(opening([certification, acknowledgement], handedIn)).after(
      takes('certificazione', who.nucleo, { on: '2023-01-11' }),
      takes('certificazione', who.nucleo3, { on: '2023-01-13' }),
    );
    expect(happened.when(dated('2023-01-12'))).toMatchObject({ told: { min: '2023-01-13' } });
    expect(happened.when(dated('2023-01-13'))).toHaveProperty('facts');
  });

  it('given an act older than what opened its step, whatever it decides, then it is refused, and may be of that day', () => {
    const dated = (date: string, more: object = {}) =>
      takes('presa-atto', who.giunta, { act: { ...ACT_OF_GIUNTA, date }, ...more });
    const told = { field: 'act.date', step: 'presa-atto', value: '2023-01-19', min: '2023-01-20' };
    const alone = approvalOf(opening([{ ...acknowledgement, outcomes: ['approve', 'return', 'reject'] }]));
    expect(alone.when(dated('2023-01-19'))).toEqual({ refusal: 'approval/act-before-step', told });
    expect(alone.when(dated('2023-01-20'))).toHaveProperty('facts');
    for (const more of [
      { outcome: 'return', points: ['manca il verbale'] },
      { outcome: 'reject', reason: 'dati non verificabili' },
    ]) {
      expect(alone.when(dated('2023-01-19', more))).toMatchObject({ refusal: 'approval/act-before-step' });
      expect(alone.when(dated('2023-01-20', more))).toHaveProperty('facts');
    }
    for (const subject of ['plan', 'variation', 'premium-run', 'objective'] as const) {
      const heard = approvalOf(opening([verification, acknowledgement], { subject, degree: null })).after(
        takes('verifica', who.segretario),
      );
      expect(heard.when(dated('2023-01-19'))).toEqual({
        refusal: 'approval/act-before-step',
        told: { ...told, passed: 'verifica' },
      });
      expect(heard.when(dated('2023-01-20'))).toHaveProperty('facts');
    }
  });

  it('given a request that happened before the act and is recorded after it, then the act may decide it', () => {
    const late = approvalOf(opening([verification, acknowledgement], { subject: 'variation', on: '2022-11-20' })).after(
      takes('verifica', who.segretario, { on: '2022-11-25' }),
    );
    const decides = (date: string) => takes('presa-atto', who.giunta, { act: { ...ACT_OF_GIUNTA, date } });
    expect(late.when(decides('2022-11-24'))).toMatchObject({ told: { passed: 'verifica', min: '2022-11-25' } });
    expect(late.when(decides('2022-12-01'))).toHaveProperty('facts');
  });

  it('given a vote of a day before the act that it cites, then it is refused', () => {
    const late = approvalOf(opening([acknowledgement], { on: '2022-11-20' }));
    const votes = (on: string) =>
      late.when(takes('presa-atto', who.giunta, { act: { ...ACT_OF_GIUNTA, date: '2022-12-01' }, on }));
    expect(votes('2022-11-30')).toEqual({
      refusal: 'value/before-its-fact',
      told: { field: 'occurredOn', needs: 'act', value: '2022-11-30', min: '2022-12-01' },
    });
    expect(votes('2022-12-01')).toHaveProperty('facts');
  });

  it('given an approval of which nobody knows when it opened, then its act may be of any day', () => {
    const { state } = approvalOf(opening([acknowledgement]));
    const old = standing({ ...state, opening: { ...state.opening, since: null } }, people, '2023-01-20T08:00:00.000Z');
    const cited = takes('presa-atto', who.giunta, { act: { ...ACT_OF_GIUNTA, date: '2020-01-01' } });
    expect(old.when(cited)).toHaveProperty('facts');
  });
});

describe('who may take a step', () => {
  it('given another step, office or person, then each has its refusal, which says whose step it is', () => {
    expect(open.when(takes('certificazione', who.nucleo))).toMatchObject({
      refusal: 'approval/not-this-step',
      told: { awaited: 'verifica', office: 'segretario' },
    });
    expect(open.when(takes('verifica', who.nucleo))).toMatchObject({
      refusal: 'approval/not-your-step',
      told: { office: 'segretario' },
    });
    expect(open.when(takes('verifica', { id: 'u-nucleo', office: 'segretario' }))).toMatchObject({
      refusal: 'approval/not-your-step',
    });
  });

  it('given an author or somebody of the office that answers, then approval/own-report, under whichever office', () => {
    expect(open.when(takes('verifica', who.head))).toMatchObject({ refusal: 'approval/own-report' });
    expect(open.when(takes('verifica', { ...who.head, office: 'segretario' }))).toMatchObject({
      refusal: 'approval/own-report',
      told: { rule: 'author' },
    });
  });

  it('given a delegate, then they act on behalf of the holder, and the fact says so', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'segretario', 'u-x')] };
    const told = approvalOf(opening(undefined, { staff }));
    expect(told.when(takes('verifica', { id: 'u-x', office: 'segretario' }))).toMatchObject({
      facts: [
        { kind: 'voted', person: 'u-x', office: 'segretario', onBehalfOf: 'u-segretario' },
        { kind: 'step-passed' },
      ],
    });
  });

  it('given a delegate of somebody on the other side, then they are on it too', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-x', { holder: 'u-nucleo' })] };
    const own = parties({ authors: ['u-nucleo'] });
    const told = approvalOf(opening([certification], { staff, parties: own }));
    expect(told.when(takes('certificazione', { id: 'u-x', office: 'nucleo' }))).toMatchObject({
      refusal: 'approval/own-report',
    });
  });

  it('given somebody who became the author’s peer since, when they act, then separation is checked on that day', () => {
    const told = approvalOf(opening([verification]));
    const moved = { ...people, tenures: [...people.tenures, { ...people.tenures[0]!, person: 'u-segretario' }] };
    expect(told.at('2023-01-23T08:00:00.000Z', moved).when(takes('verifica', who.segretario))).toMatchObject({
      refusal: 'approval/own-report',
      told: { rule: 'own-office', approver: 'vicesegretario' },
    });
    expect(told.at('2023-01-23T08:00:00.000Z', moved).when(takes('verifica', who.vice))).toHaveProperty('facts');
  });
});
