import { standingOfStep, type Vote } from './step-standing.js';

const vote = (office: string, outcome: Vote['outcome'] = 'approve'): Vote => ({
  person: `u-${office}`,
  office,
  onBehalfOf: null,
  outcome,
  note: '',
  act: null,
  at: '2027-12-02T09:00:00.000Z',
});
type Approval = Parameters<typeof standingOfStep>[0];
const open: Approval = {
  status: 'open',
  steps: [],
  panels: { esame: { offices: ['direttore', 'legale', 'consulta'], reroutedFrom: null } },
  passed: [],
  agreed: {},
  silences: {},
  ended: null,
  waiting: null,
};
const seats = ['direttore', 'legale', 'consulta'].map((office) => ({ office, decides: false }));
const waiting: NonNullable<Approval['waiting']> = {
  step: 'esame',
  name: { it: 'Esame', en: 'Exam' },
  since: null,
  until: null,
  overdue: false,
  next: null,
  who: [{ office: 'consulta', persons: ['u-consulta'], decides: false }],
  seats,
  votes: [vote('direttore')],
  claims: [],
  reroutedFrom: null,
  rule: null,
  stuck: null,
};

describe('how a step of an approval stands on the page', () => {
  it('given that one of three has spoken, then all three are still asked', () => {
    expect(standingOfStep({ ...open, waiting }, 'esame')).toMatchObject({
      state: 'now',
      votes: [{ office: 'direttore' }],
      asked: { together: ['direttore', 'legale', 'consulta'], alone: [] },
    });
  });

  it('given offices that time-outs called, then each of them decides alone, beside those who were asked or in their place', () => {
    const called = ['vice', 'direttore'].map((office) => ({ office, decides: true }));
    expect(standingOfStep({ ...open, waiting: { ...waiting, seats: called } }, 'esame')).toMatchObject({
      asked: { together: [], alone: ['vice', 'direttore'] },
    });
    const beside = [{ office: 'legale', decides: false }, called[0]!];
    expect(standingOfStep({ ...open, waiting: { ...waiting, seats: beside } }, 'esame')).toMatchObject({
      asked: { together: ['legale'], alone: ['vice'] },
    });
  });

  it('given a step that agreed, then whose it was; given another who took it, then who spoke, by no rule', () => {
    const passed = { ...open, passed: ['esame'] };
    expect(standingOfStep({ ...passed, agreed: { esame: [vote('direttore')] } }, 'esame')).toMatchObject({
      state: 'done',
      asked: { together: ['direttore', 'legale', 'consulta'], took: [] },
    });
    expect(standingOfStep({ ...passed, agreed: { esame: [vote('legale'), vote('vice')] } }, 'esame')).toMatchObject({
      asked: { together: [], took: ['legale', 'vice'] },
    });
  });

  it('given whoever took it in the place of another, then by which rule; given that alone, without one that is not known', () => {
    const panels = { esame: { offices: ['vice'], reroutedFrom: 'direttore' } };
    const asked = (one: Vote) =>
      standingOfStep({ ...open, panels, passed: ['esame'], agreed: { esame: [one] } }, 'esame').asked;
    const rerouted = { from: 'direttore', rule: 'author' };
    expect(asked({ ...vote('vice'), rerouted })).toMatchObject({ reroutedFrom: 'direttore', rule: 'author' });
    expect(asked(vote('vice'))).toMatchObject({ reroutedFrom: 'direttore', rule: null });
  });

  it('given an approval that was taken back, then what had not been asked never is', () => {
    expect(standingOfStep({ ...open, status: 'withdrawn' }, 'esame').state).toBe('never');
  });

  it('given whoever a time-out had called, then in whose place that was: of those who did not speak', () => {
    const agreed = { esame: [vote('legale'), { ...vote('vice'), called: 'instead' as const }] };
    const passed = { ...open, passed: ['esame'], agreed };
    expect(standingOfStep(passed, 'esame').notHeard).toEqual(['direttore', 'consulta']);
  });

  it('given that silence passed it, then that, and who was silent', () => {
    const silence = { at: '2027-12-02T00:00:00.000Z', offices: ['legale', 'consulta'] };
    const passed = { ...open, passed: ['esame'], agreed: { esame: [vote('direttore')] }, silences: { esame: silence } };
    expect(standingOfStep(passed, 'esame')).toMatchObject({
      state: 'silent',
      silence,
      votes: [{ office: 'direttore' }],
    });
  });

  it.each(['rejected', 'returned'] as const)('given that one %s it, then at which step, and why', (status) => {
    const outcome = status === 'rejected' ? 'reject' : 'return';
    const ended = { ...vote('legale', outcome), step: 'esame', reason: 'troppo tardi', votes: [vote('direttore')] };
    expect(standingOfStep({ ...open, status, ended }, 'esame')).toMatchObject({
      state: status,
      votes: [{ office: 'direttore' }, { office: 'legale', reason: 'troppo tardi' }],
    });
    const next = status === 'rejected' ? 'never' : 'later';
    expect(standingOfStep({ ...open, status, ended }, 'parere')).toMatchObject({ state: next, votes: [] });
  });
});
