import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused, RUN_DOCUMENTS } from '../support/story.js';

const EVALUATIONS = '/api/v1/evaluations';
const RUNS = '/api/v1/premium-runs';
const act = { kind: 'DGC', number: '40', date: '2022-05-20' };
const report = { measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }], selfDegree: '90', note: 'Fatto' };

describe('evaluations of persons over HTTP', () => {
  let api: TestApi;
  let evaluator: { person: string; office: string };
  let person: string;
  let other: string;
  let conciliator: { person: string; office: string };
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const one of ['nucleo', 'polizia-locale', 'giunta', 'personale', 'vicesegretario'] as const) await api.as(one);
    const { accounts } = accepted(await (await api.as('amministratrice')).get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    const idOf = (user: string) => String(accounts.find((account) => account.user === user)?.id);
    person = idOf('finanziaria');
    other = idOf('polizia-locale');
    evaluator = { person: idOf('nucleo'), office: 'nucleo' };
    conciliator = { person: idOf('vicesegretario'), office: 'vicesegretario' };
  });
  afterAll(() => api.close());

  const one = () => `${EVALUATIONS}/2022-${person}`;
  const approval = () => `/api/v1/approvals/evaluation~2022-${person}~evaluation`;
  /** As far as the tables have to be before anybody looks. */
  let last = '0';
  const noted = <Sent extends { readonly body: unknown }>(answer: Sent): Sent => {
    const { position } = (answer.body ?? {}) as { readonly position?: string };
    last = position ?? last;
    return answer;
  };
  const reads = async (who: Person, path: string) =>
    (await api.as(who)).get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${last}`);
  const commands = async (who: Person, path: string, body: object = {}) =>
    noted(await (await api.as(who)).command(path, body));
  const sends = (who: Person, what: string, body?: object) => commands(who, `${one()}/${what}`, body);
  const sees = async (who: Person) => accepted(await reads(who, one()));
  const waitsFor = async (who: Person) => {
    const { evaluations } = accepted(await reads(who, '/api/v1/inbox')) as {
      evaluations: { awaits: { action: string }[] }[];
    };
    return evaluations.flatMap(({ awaits }) => awaits.map(({ action }) => action));
  };

  it('given somebody who would evaluate themselves, or an office that is not foreseen, then it is refused; by another, it opens', async () => {
    const opens = (body: object) => commands('segretario-generale', EVALUATIONS, body);
    const self = { planId: '2022', person, evaluator: { person, office: 'finanziaria' } };
    expect(refused(await opens(self))).toBe('403 evaluation/own');
    const other = { planId: '2022', person, evaluator: conciliator };
    expect(refused(await opens(other))).toBe('403 evaluation/not-foreseen');
    const nobody = { planId: '2022', person: 'nessuno', evaluator };
    expect(refused(await opens(nobody))).toBe('422 organisation/unknown-person');
    // by their user names
    const named = { planId: '2022', person: 'finanziaria', evaluator: { ...evaluator, person: 'nucleo' } };
    const opened = accepted(await opens(named));
    expect(opened).toMatchObject({ evaluationId: `2022-${person}` });
  });

  it('given degrees that nobody has certified, then it waits for that and nobody proposes; nor does anybody but the evaluator', async () => {
    expect(await waitsFor('nucleo')).toEqual([]);
    expect(await sees('nucleo')).toMatchObject({
      awaits: [],
      awaitsCertification: [{ objectiveId: '2022-1.1.1', shareId: '1.1.1-finanziaria' }],
    });
    expect(refused(await sends('nucleo', 'proposal', { behaviours: '80' }))).toBe('409 evaluation/not-certified');
    expect(refused(await sends('finanziaria', 'proposal', { behaviours: '80' }))).toBe('403 evaluation/not-evaluator');
  });

  it('then whom it concerns sees it, who conducts sees how far it is, and for anybody else there is none', async () => {
    for (const who of ['finanziaria', 'nucleo', 'segretario-generale'] as const) {
      const body = accepted(await reads(who, `${EVALUATIONS}?planId=2022`));
      expect(body).toMatchObject({ evaluations: [{ person, status: 'to-evaluate', offices: ['finanziaria'] }] });
    }
    expect(await sees('personale')).toMatchObject({ status: 'to-evaluate', grounds: null, score: null });
    for (const who of ['polizia-locale', 'giunta', 'vicesegretario'] as const) {
      expect(accepted(await reads(who, EVALUATIONS))).toEqual({ evaluations: [] });
      expect(refused(await reads(who, one()))).toBe('404 evaluation/not-opened');
    }
    expect(accepted(await reads('revisore', EVALUATIONS))).toEqual({ evaluations: [] });
    expect(refused(await reads('revisore', one()))).toBe('404 evaluation/not-opened');
    expect(refused(await sends('revisore', 'observations', { text: 'per conto' }))).toBe(
      '403 evaluation/not-evaluated',
    );
  });

  it('given certified degrees, then it is proposed, delivered, answered, heard and judged, each by whose turn it is', async () => {
    accepted(await (await api.as('finanziaria')).command(`${FINANZIARIA}/rendicontazione`, report));
    const steps: readonly (readonly [Person, string, object])[] = [
      ['segretario-generale', 'verifica', {}],
      ['nucleo', 'certificazione', {}],
      ['giunta', 'presa-d-atto', { act }],
    ];
    for (const [who, step, more] of steps) {
      const approving = `${FINANZIARIA}/rendicontazione/approval`;
      accepted(await (await api.as(who)).command(approving, { step, ...more }));
    }
    accepted(await commands('nucleo', `${FINANZIARIA}/score`, { degree: '85', reason: 'Come misurato' }));
    expect(await waitsFor('nucleo')).toEqual(['propose']);
    accepted(await sends('nucleo', 'proposal', { behaviours: '80', note: 'Collaborativa' }));
    expect(await waitsFor('personale')).toEqual(['deliver-proposal']);
    const receipt = { of: 'proposal', receivedOn: '2022-05-20', proof: 'prot. 512' };
    accepted(await sends('personale', 'receipts', receipt));
    expect(await waitsFor('finanziaria')).toEqual(['observe']);
    expect(refused(await sends('nucleo', 'observations', { text: 'per conto' }))).toBe('403 evaluation/not-evaluated');
    accepted(await sends('finanziaria', 'observations', { text: 'Due mesi senza personale' }));
    expect(await waitsFor('nucleo')).toEqual(['offer-hearing', 'judge']);
    const low = { behaviours: '20', reason: 'Ritardi ripetuti' };
    expect(refused(await sends('nucleo', 'judgement', low))).toBe('409 evaluation/hearing-not-offered');
    accepted(await sends('nucleo', 'hearing-offer', { on: '2022-05-20' }));
    accepted(await sends('nucleo', 'hearing', { outcome: 'held', note: 'Con il sindacato' }));
    accepted(await sends('nucleo', 'judgement', low));
    expect(await sees('finanziaria')).toMatchObject({ status: 'judged', score: { results: '85', total: '59' } });
  });

  it('given its chain, then the approval is in the lists of whom it concerns, and the Segretario takes the last step', async () => {
    const listed = async (who: Person, flag = '') =>
      accepted(await reads(who, `/api/v1/approvals?subject=evaluation${flag}`));
    expect(await listed('segretario-generale', '&waitingForMe=true')).toMatchObject({
      approvals: [{ streamId: `2022-${person}`, waiting: { step: 'valutazione' } }],
    });
    expect(await listed('finanziaria')).toMatchObject({ approvals: [{ subject: 'evaluation' }] });
    expect(await listed('giunta')).toMatchObject({ approvals: [] });
    expect(refused(await reads('giunta', approval()))).toBe('404 approval/not-found');
    const outcomes = `${approval()}/outcomes`;
    const approves = { step: 'valutazione', outcome: 'approve' };
    expect(refused(await commands('giunta', outcomes, approves))).toBe('403 approval/not-your-step');
    accepted(await commands('segretario-generale', outcomes, approves));
    expect(await waitsFor('personale')).toEqual(['deliver-judgement']);
  });

  it('given a run that pays the person, then it is not proposed before that is definitive, and tells whose evaluation lacks', async () => {
    const run = { planId: '2022', runId: 'aree', scope: { kind: 'areas' }, fund: '1000.00' };
    const personale = await api.as('personale');
    accepted(await personale.command('/api/v1/premium-runs', run));
    const asked = await personale.command('/api/v1/premium-runs/aree/proposal', { documents: RUN_DOCUMENTS });
    expect(refused(asked)).toBe('409 premium/evaluations-missing');
    expect(asked.body).toMatchObject({ facts: { persons: person, offices: 'finanziaria', needed: '566.67' } });
  });

  it('given the fund of one share, then it is for one that has money of its own: any other is none for it, one that is not there unknown', async () => {
    const asks = (shareId: string) =>
      commands('personale', RUNS, { planId: '2022', scope: { kind: 'share', shareId }, fund: '100.00' });
    expect(refused(await asks('1.1.1-finanziaria'))).toBe('409 premium/no-claims');
    expect(refused(await asks('1.1.1-nessuno'))).toBe('404 objective/unknown-share');
  });

  it('given a reserve, then it is what the person would get or more, and the run pays the others; its part waits', async () => {
    const run = { planId: '2022', runId: 'altri', scope: { kind: 'areas' }, fund: '1000.00' };
    const least = await commands('personale', RUNS, { ...run, reserve: '0.01' });
    expect(refused(least)).toBe('422 premium/reserve-too-small');
    expect(least.body).toMatchObject({
      detail: expect.stringMatching(/riserva di 0,01\s€ .* per Finanziaria: servono almeno 566,67\s€/) as string,
    });
    accepted(await commands('personale', RUNS, { ...run, reserve: '566.67' }));
    accepted(await commands('personale', `${RUNS}/altri/proposal`, { documents: RUN_DOCUMENTS }));
    const steps = '/api/v1/approvals/premium~altri~premium-run/outcomes';
    const checks = { step: 'controllo', outcome: 'approve' };
    // for whom something is set aside, is on the other side of it
    expect(refused(await commands('finanziaria', steps, checks))).toBe('403 approval/own-report');
    accepted(await commands('segretario-generale', steps, checks));
    const signed = { kind: 'determina', number: '7', date: '2022-05-20' };
    accepted(await commands('vicesegretario', steps, { step: 'liquidazione', outcome: 'approve', act: signed }));
    accepted(await commands('personale', `${RUNS}/altri/liquidation`));
    const [mine] = ((await reads('personale', `${RUNS}/altri`)).body as { awaited: object[] }).awaited;
    expect(mine).toMatchObject({ shareId: '1.1.1-finanziaria', amount: '566.67', missing: [person], paidBy: null });
    const [seen] = ((await reads('giunta', `${RUNS}/altri`)).body as { awaited: object[] }).awaited;
    expect(seen).toMatchObject({ areaId: 'finanziaria', missing: null, isPayable: false });
    const early = await commands('personale', `${RUNS}/altri/settlement`);
    expect(refused(early)).toBe('409 premium/nothing-to-settle');
  });

  it('given an office that the person has left, then they read their own evaluation, and nothing else is open to them', async () => {
    const tenure = { office: 'finanziaria', roles: ['responsabile'], from: '2022-01-01', to: '2022-05-19' };
    accepted(await commands('segretario-generale', '/api/v1/organisation/tenures', { person, ...tenure }));
    accepted(await commands('segretario-generale', EVALUATIONS, { planId: '2022', person: other, evaluator }));
    expect(accepted(await reads('finanziaria', '/api/v1/me'))).toMatchObject({
      actions: ['evaluation.answer', 'evaluation.read', 'organisation.end-delegation', 'session.read'],
      offices: [],
    });
    expect(await sees('finanziaria')).toMatchObject({
      evaluationId: `2022-${person}`,
      called: { [person]: 'finanziaria', [evaluator.person]: 'nucleo' },
    });
    expect(accepted(await reads('finanziaria', EVALUATIONS))).toMatchObject({ evaluations: [{ person }] });
    expect(refused(await reads('finanziaria', `${EVALUATIONS}/2022-${other}`))).toBe('404 evaluation/not-opened');
    for (const path of ['inbox', 'plans', 'objectives', 'approvals', 'premium-runs', 'organisation', 'body', 'clock']) {
      expect(refused(await reads('finanziaria', `/api/v1/${path}`))).toBe('403 permission/denied');
    }
    expect(refused(await reads('finanziaria', approval()))).toBe('403 permission/denied');
    // one answers as oneself, whichever office the page acts as; only, it is over
    const asGiunta = { 'traguardo-office': 'giunta' };
    const answered = await (await api.as('finanziaria')).command(`${one()}/observations`, { text: 'tardi' }, asGiunta);
    expect(refused(answered)).toBe('409 evaluation/not-now');
    expect(refused(await sends('finanziaria', 'judgement', { behaviours: '90', reason: 'ottimo' }))).toBe(
      '403 permission/denied',
    );
  });

  it('given the judgement received, then the person asks a conciliation, a third one revises it, and it is definitive', async () => {
    const asks = { reason: 'Non si è tenuto conto dell’assenza' };
    expect(refused(await sends('finanziaria', 'conciliation-request', asks))).toBe('409 evaluation/not-received');
    accepted(await sends('personale', 'receipts', { of: 'final', receivedOn: '2022-05-20', proof: 'prot. 600' }));
    expect(refused(await sends('personale', 'definitive'))).toBe('409 evaluation/term-running');
    accepted(await sends('finanziaria', 'conciliation-request', asks));
    expect(refused(await sends('personale', 'conciliator', evaluator))).toBe('403 evaluation/not-foreseen');
    accepted(await sends('personale', 'conciliator', conciliator));
    expect(await waitsFor('vicesegretario')).toEqual(['conciliate']);
    accepted(await sends('vicesegretario', 'conciliation', { behaviours: '60', reason: 'L’assenza è provata' }));
    accepted(await sends('personale', 'definitive'));
    const proposal = { documents: RUN_DOCUMENTS };
    accepted(await commands('personale', `${RUNS}/altri/settlement`, { runId: 'altri-2' }));
    accepted(await commands('personale', `${RUNS}/altri-2/proposal`, proposal));
    expect(accepted(await reads('personale', `${RUNS}/altri-2`))).toMatchObject({
      fund: '566.67',
      settles: 'altri',
      entries: [{ shareId: '1.1.1-finanziaria', amount: '566.67' }],
    });
    expect(accepted(await reads('giunta', `${RUNS}/altri`))).toMatchObject({
      awaited: [{ isPayable: true, paidBy: 'altri-2' }],
    });
    const plain = { planId: '2022', runId: 'altri-3', scope: { kind: 'areas' }, fund: '100.00' };
    accepted(await commands('personale', RUNS, plain));
    expect(accepted(await reads('personale', `${RUNS}/altri-3`))).toMatchObject({
      entries: [{ shareId: '1.1.1-polizia-locale' }],
    });
    // its amount is paid from what was set aside, out of no other fund
    expect(refused(await commands('personale', `${RUNS}/aree/proposal`, proposal))).toBe('409 premium/set-aside');
    expect(await sees('vicesegretario')).toMatchObject({ status: 'definitive', score: { total: '75' } });
    expect(refused(await sends('nucleo', 'judgement', { behaviours: '90', reason: 'di nuovo' }))).toBe(
      '409 evaluation/definitive',
    );
  });

  it('given an evaluation that is definitive, or an evaluator who can still judge, then nobody names another', async () => {
    const anew = { evaluator, reason: 'Il Nucleo è stato rinnovato' };
    expect(refused(await sends('personale', 'evaluator', anew))).toBe('409 evaluation/definitive');
    expect(refused(await commands('personale', `${EVALUATIONS}/2022-${other}/evaluator`, anew))).toBe(
      '409 evaluation/judge-still-in-office',
    );
  });

  it('then whom it concerns reads on what it rests: shares, receipts, observations, hearing, steps, conciliation', async () => {
    const { grounds } = (await sees('finanziaria')) as {
      grounds: { shares: object[]; said: { what: string; text?: string }[] };
    };
    expect(grounds.shares).toEqual([
      { objectiveId: '2022-1.1.1', shareId: '1.1.1-finanziaria', weight: '40', degree: '85' },
    ]);
    expect(grounds.said.map(({ what }) => what)).toEqual([
      'proposed',
      'received',
      'observed',
      'hearing-offered',
      'hearing-recorded',
      'judged',
      'voted',
      'voted',
      'approved',
      'received',
      'conciliation-requested',
      'conciliator-named',
      'score-revised',
      'made-definitive',
    ]);
    expect(grounds.said.find(({ what }) => what === 'observed')).toMatchObject({
      text: 'Due mesi senza personale',
      office: 'finanziaria',
    });
    expect(await sees('personale')).toMatchObject({ status: 'definitive', grounds: null, score: null });
  });

  it('then the proof of duty separation has each act of another, the person on the other side, and no violation', async () => {
    const proof = accepted(await reads('revisore', '/api/v1/separation-checks?subject=evaluation&limit=500')) as {
      violations: number;
      checks: { step: string; person: string; beneficiaries: string[]; earlier: string[] }[];
    };
    const own = proof.checks.filter(({ beneficiaries }) => beneficiaries.includes(person)).toReversed();
    expect(proof.violations).toBe(0);
    expect(own.map(({ step }) => step)).toEqual([
      'opened',
      'proposed',
      'received',
      'hearing-offered',
      'hearing-recorded',
      'judged',
      'proposta',
      'valutazione',
      'received',
      'conciliator-named',
      'score-revised',
      'made-definitive',
    ]);
    expect(own.at(-2)?.earlier).toHaveLength(2);
  });

  it('then the audit trail says who did what and when, and nothing of what was said', async () => {
    const { events } = accepted(await reads('revisore', '/api/v1/audit-trail?limit=500')) as {
      events: { type: string; stream: string; data: object }[];
    };
    const own = events.filter(({ stream }) => stream.startsWith('evaluation-'));
    expect(own.at(-1)).toMatchObject({ type: 'evaluation.opened.v1', data: { planId: '2022', person } });
    expect(own[0]).toMatchObject({ type: 'evaluation.made-definitive.v1', data: { planId: '2022' } });
    const told = JSON.stringify(own.map(({ data }) => data));
    for (const said of ['Due mesi', 'Ritardi', 'Collaborativa', 'assenza', 'prot. 512', '"score"', '"results"']) {
      expect(told).not.toContain(said);
    }
  });
});
