import { newKey, startTestApi, type TestApi } from '../support/api.js';
import type { HttpAnswer } from '../support/client.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const act = { kind: 'DGC', number: '60', date: '2022-05-20' };
const move = { kind: 'move-deadline', objectiveId: '2022-1.1.1', deadlineId: '1.1.1-d1', to: '2022-09-30' };
const asked = { planId: '2022', reason: 'La gara è andata deserta', changes: [move] };

/** Asks until what is shown is so: reactions and projections take their time. */
async function shown(ask: () => Promise<HttpAnswer>, so: (body: Record<string, unknown>) => boolean) {
  for (;;) {
    const { status, body } = await ask();
    if (status === 200 && so(body as Record<string, unknown>)) return body as Record<string, unknown>;
  }
}

describe('variations of a plan over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
  });
  afterAll(() => api.close());

  it('given an office that is not concerned, a change of nothing, or a role that asks for none, then it is refused', async () => {
    // without the plan, as earlier releases wanted it
    const other = { ...asked, changes: [{ ...move, objectiveId: '1.1.2', deadlineId: '1.1.2-d1' }] };
    const finanziaria = await api.as('finanziaria');
    expect(refused(await finanziaria.command('/api/v1/variations', other))).toBe('403 variation/not-concerned');
    const nothing = { ...asked, changes: [{ ...move, to: '2022-06-30' }] };
    expect(refused(await finanziaria.command('/api/v1/variations', nothing))).toBe('422 variation/nothing-changed');
    expect(refused(await (await api.as('revisore')).command('/api/v1/variations', asked))).toMatch(/^403 /);
    // beside a change of their own, somebody else's, or one that says the same, is named
    const beside = (change: object) =>
      finanziaria.command('/api/v1/variations?dryRun=true', { ...asked, changes: [move, change] });
    const others = await beside(other.changes[0]!);
    expect(refused(others)).toBe('403 variation/not-concerned');
    expect(others.body).toMatchObject({
      facts: { change: 2 },
      detail: expect.stringContaining('modifica 2') as string,
    });
    const indicator = { kind: 'change-indicator', objectiveId: '2022-1.1.1', indicatorId: '1.1.1-i1' };
    const { indicators } = accepted(await finanziaria.get('/api/v1/objectives/2022-1.1.1')) as unknown as {
      indicators: readonly { id: string; text: string; target: object }[];
    };
    const { text, target } = indicators.find(({ id }) => id === indicator.indicatorId)!;
    const same = await beside({ ...indicator, text: `${text.toUpperCase()} .`, target });
    expect(refused(same)).toBe('422 variation/nothing-changed');
    expect(same.body).toMatchObject({ facts: { change: 2, indicatorText: text } });
    expect(refused(await finanziaria.command('/api/v1/variations', { ...asked, planId: '2031' }))).toBe(
      '404 plan/not-drafted',
    );
  });

  it('given a request of a day before the plan was approved, then it is refused; of an earlier day than today it is not', async () => {
    const finanziaria = await api.as('finanziaria');
    const of = (day: string) => finanziaria.command(`/api/v1/variations?dryRun=true&occurredOn=${day}`, asked);
    const early = await of('2022-01-09');
    expect(refused(early)).toBe('422 value/before-its-fact');
    expect(early.body).toMatchObject({
      detail: expect.stringContaining('l’approvazione del piano è del 10 gennaio') as string,
    });
    accepted(await of('2022-01-10'));
  });

  it('given an indicator in other words, then the act that they cite is named by the request, as that of a new objective is', async () => {
    const text = 'Pagamenti attivati come da DGC 73 del 13/01/2022';
    const reworded = {
      kind: 'change-indicator',
      objectiveId: '1.1.1',
      indicatorId: '1.1.1-i1',
      text,
      target: { comparison: 'at-least', value: '90', unit: '%' },
    };
    const finanziaria = await api.as('finanziaria');
    const body = { ...asked, changes: [reworded] };
    const { events } = accepted(await finanziaria.command('/api/v1/variations?dryRun=true', body));
    expect((events as readonly object[])[0]).toMatchObject({
      data: { changes: [{ text, acts: [{ kind: 'DGC', number: '73', date: '2022-01-13' }] }] },
    });
  });

  it('given an objective that nobody could measure, then it is refused; with a day that is a Sunday, then that is told', async () => {
    const finanziaria = await api.as('finanziaria');
    const ask = (indicator: string) => {
      const objective = {
        mission: 1,
        strategicObjective: 1,
        number: '7',
        title: 'Sportello unico',
        shares: [{ areaId: 'finanziaria', weight: '0' }],
        indicators: [{ text: indicator }],
        dueOn: '2022-10-30',
      };
      const points = { kind: 'move-weight', from: '1.1.1-finanziaria', to: '1.1.7-finanziaria', points: '1' };
      const changes = [{ kind: 'add-objective', objective }, points];
      return finanziaria.command('/api/v1/variations?dryRun=true', { ...asked, changes });
    };
    const none = await ask('Pratiche concluse');
    expect(refused(none)).toBe('422 variation/share-incomplete');
    expect(none.body).toMatchObject({ detail: expect.stringContaining('manca: il valore atteso') as string });
    expect(accepted(await ask('Pratiche concluse, almeno 80%'))['warnings']).toEqual([
      expect.objectContaining({
        code: 'variation/plan-finding',
        facts: expect.objectContaining({ rule: 'lint/closed-day', shares: '1.1.7-finanziaria' }) as unknown,
      }),
    ]);
  });

  it('given a request, then it is numbered, and the same key again is the same variation', async () => {
    const finanziaria = await api.as('finanziaria');
    const headers = { 'idempotency-key': newKey() };
    const first = accepted(await finanziaria.command('/api/v1/variations', asked, headers));
    expect(first).toMatchObject({ variationId: '2022-1' });
    const ofPlan = '/api/v1/approvals?planId=2022&subject=variation';
    await shown(
      () => finanziaria.get(ofPlan),
      ({ approvals }) => (approvals as readonly { streamId: string }[]).some(({ streamId }) => streamId === '2022-1'),
    );
    expect(accepted(await finanziaria.command('/api/v1/variations', asked, headers))).toEqual(first);
    expect(refused(await finanziaria.command('/api/v1/variations', { ...asked, reason: 'altro' }))).toBe(
      '409 variation/share-under-variation',
    );
  });

  it('given opinions and the act of the Giunta, then the plan, its objective and its table have it, and the past has not', async () => {
    const step = (name: string, fields = {}) => ({ step: name, outcome: 'approve', ...fields });
    const path = '/api/v1/variations/2022-1/steps';
    const [segretario, nucleo, giunta, finanziaria] = await Promise.all([
      api.as('segretario-generale'),
      api.as('nucleo'),
      api.as('giunta'),
      api.as('finanziaria'),
    ]);
    expect(refused(await nucleo.command(path, step('parere-nucleo')))).toBe('409 approval/not-this-step');
    accepted(await segretario.command(path, step('parere-segretario')));
    accepted(await nucleo.command(path, step('parere-nucleo')));
    expect(refused(await giunta.command(path, step('deliberazione')))).toBe('422 approval/act-missing');
    const older = await giunta.command(path, step('deliberazione', { act: { ...act, date: '2022-05-19' } }));
    expect(refused(older)).toBe('422 approval/act-before-step');
    expect(older.body).toMatchObject({
      facts: { field: 'act.date', value: '2022-05-19', min: '2022-05-20' },
      detail: expect.stringMatching(/20 maggio 2022.*19 maggio 2022/) as string,
    });
    accepted(await giunta.command(path, step('deliberazione', { act })));

    const variation = await shown(
      () => finanziaria.get('/api/v1/variations/2022-1'),
      ({ status }) => status === 'applied',
    );
    expect(variation).toMatchObject({
      act,
      changes: [{ kind: 'move-deadline', objectiveId: '2022-1.1.1', before: '2022-06-30', after: '2022-09-30' }],
      objectives: ['2022-1.1.1'],
      steps: [{ status: 'passed' }, { status: 'passed' }, { status: 'passed' }],
    });
    const objective = await shown(
      () => finanziaria.get('/api/v1/objectives/2022-1.1.1'),
      ({ deadlines }) => JSON.stringify(deadlines).includes('2022-09-30'),
    );
    const [share] = objective['shares'] as { acknowledged: boolean; due: { dueOn: string; status: string }[] }[];
    // who is told something else takes note of it anew
    expect(share).toMatchObject({ acknowledged: false });
    expect(share?.due.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2022-06-30', 'moved'],
      ['2022-09-30', 'open'],
    ]);
    expect((await finanziaria.get('/api/v1/variations?planId=2022&status=applied')).body).toMatchObject({
      variations: [{ variationId: '2022-1' }],
    });
    const table = await finanziaria.get('/api/v1/plans/2022/table');
    expect(JSON.stringify(table.body)).toContain('Scadenza del 30/06/2022 rinviata con variazione');
    const before = await finanziaria.get('/api/v1/plans/2022/table?on=2022-05-19');
    expect(JSON.stringify(before.body)).not.toContain('rinviata');
  });

  it('given a variation that is open, then its office withdraws it, and nobody else', async () => {
    const [finanziaria, polizia] = await Promise.all([api.as('finanziaria'), api.as('polizia-locale')]);
    const weight = {
      ...asked,
      changes: [{ kind: 'move-weight', from: '1.1.1-finanziaria', to: '1.1.1-polizia-locale', points: '5' }],
    };
    accepted(await finanziaria.command('/api/v1/variations', weight));
    const path = '/api/v1/variations/2022-2/withdrawal';
    expect(refused(await polizia.command(path, { reason: 'no' }))).toBe('403 variation/not-yours');
    const { position } = accepted(await finanziaria.command(path, { reason: 'non serve più' }));
    const approval = `/api/v1/approvals/variation~2022-2~variation?minPosition=${String(position)}`;
    expect(accepted(await finanziaria.get(approval))).toMatchObject({ status: 'withdrawn', waiting: null });
    expect(refused(await finanziaria.command(path, { reason: 'ancora' }))).toBe('409 variation/decided');
    expect(refused(await finanziaria.command('/api/v1/variations/2022-9/withdrawal', { reason: 'x' }))).toBe(
      '404 variation/not-requested',
    );
  });

  it('given many who ask at once, then each has a number of its own, or is told who was first', async () => {
    const [finanziaria, polizia] = await Promise.all([api.as('finanziaria'), api.as('polizia-locale')]);
    const late = (deadlineId: string) => ({ ...asked, changes: [{ ...move, deadlineId, to: '2022-11-30' }] });
    const answers = await Promise.all([
      finanziaria.command('/api/v1/variations', late('1.1.1-d1')),
      polizia.command('/api/v1/variations', late('1.1.1-d2')),
      finanziaria.command('/api/v1/variations', late('1.1.1-d1')),
    ]);
    const numbers = answers.flatMap(({ body }) => (body as { variationId?: string }).variationId ?? []);
    expect(numbers.toSorted()).toEqual(['2022-3', '2022-4']);
    expect(answers.filter(({ status }) => status === 409).map(refused)).toEqual([
      '409 variation/share-under-variation',
    ]);
  });

  it('given a stralcio and an objective in its place, when decided, then one is removed with its opinion, the other is assigned and falls due', async () => {
    const [segretario, vice, nucleo, giunta] = await Promise.all(
      (['segretario-generale', 'vicesegretario', 'nucleo', 'giunta'] as const).map((user) => api.as(user)),
    );
    const cause = { cause: 'change-of-law', note: 'Il regolamento non serve più' };
    const added = {
      mission: 1,
      strategicObjective: 1,
      number: '3',
      title: 'Codice dei controlli',
      shares: [{ areaId: 'segretario-generale', weight: '20' }],
      indicators: [{ text: 'Codice adottato come da DGC 72 del 12/01/2022, n. 1' }],
      dueOn: '2022-10-31',
    };
    const changes = [
      { kind: 'remove-objective', objectiveId: '1.1.2', ...cause },
      { kind: 'add-objective', objective: added },
    ];
    accepted(await segretario!.command('/api/v1/variations', { ...asked, changes }));
    const path = '/api/v1/variations/2022-5/steps';
    const step = (name: string, fields = {}) => ({ step: name, outcome: 'approve', ...fields });
    accepted(await vice!.command(path, step('parere-segretario')));
    accepted(await nucleo!.command(path, step('parere-nucleo', { note: 'Nulla da osservare' })));
    const decided = { ...act, number: '61' };
    accepted(await giunta!.command(path, step('deliberazione', { act: decided })));

    const removed = await shown(
      () => segretario!.get('/api/v1/objectives/2022-1.1.2'),
      ({ status }) => status === 'removed',
    );
    expect(removed).toMatchObject({
      shares: [{ status: 'removed', moves: { removal: { act: decided, opinion: { note: 'Nulla da osservare' } } } }],
    });
    const put = await shown(
      () => segretario!.get('/api/v1/objectives/2022-1.1.3'),
      ({ status }) => status === 'assigned',
    );
    expect(put).toMatchObject({
      shares: [{ office: 'segretario-generale', acknowledged: false, due: [{ dueOn: '2022-10-31', status: 'open' }] }],
    });
    // what its words cite is a debt, as of a plan's tables
    const citing = await shown(
      () => segretario!.get('/api/v1/acts/2022-dgc-72'),
      ({ actId }) => actId === '2022-dgc-72',
    );
    expect(citing).toMatchObject({ registered: false, missing: 'act' });
    const table = JSON.stringify((await segretario!.get('/api/v1/plans/2022/table')).body);
    expect(table).toContain('Stralciata con DGC 61');
    expect(table).toContain('"weight":"0","weightBefore":"20"');
  });

  it('given the day after the cut-off, then nothing is varied any more', async () => {
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-12-16T08:00:00.000Z' }));
    const finanziaria = await api.as('finanziaria');
    const text = {
      kind: 'change-indicator',
      objectiveId: '1.1.1',
      indicatorId: '1.1.1-i1',
      text: 'Almeno l’85%',
      target: null,
    };
    expect(refused(await finanziaria.command('/api/v1/variations', { ...asked, changes: [text] }))).toBe(
      '409 variation/after-cut-off',
    );
  });

  it('given one asked for in time and an act of after the cut-off, then it is decided by neither address', async () => {
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-12-19T08:00:00.000Z' }));
    const [finanziaria, giunta] = [await api.as('finanziaria'), await api.as('giunta')];
    accepted(await finanziaria.command('/api/v1/variations/2022-3/withdrawal', { reason: 'Rinunciamo' }));
    const text = { kind: 'change-indicator', objectiveId: '1.1.1', indicatorId: '1.1.1-i1', text: 'Almeno l’86%' };
    const target = { comparison: 'at-least', value: '86', unit: '%' };
    const request = { ...asked, changes: [{ ...text, target }] };
    const { variationId } = accepted(await finanziaria.command('/api/v1/variations?occurredOn=2022-12-14', request));
    const requested = await shown(
      () => finanziaria.get(`/api/v1/variations/${String(variationId)}`),
      ({ status }) => status === 'open',
    );
    const says = expect.stringMatching(/» a «Almeno l’86% \(≥ 86 %\)»$/) as string;
    expect(requested).toMatchObject({ changes: [{ says }] });
    const own = `/api/v1/variations/${String(variationId)}/steps`;
    for (const [user, step] of [
      ['segretario-generale', 'parere-segretario'],
      ['nucleo', 'parere-nucleo'],
    ] as const) {
      accepted(await (await api.as(user)).command(`${own}?occurredOn=2022-12-14`, { step, outcome: 'approve' }));
    }
    const late = { step: 'deliberazione', outcome: 'approve', act: { kind: 'DGC', number: '118', date: '2022-12-18' } };
    const generic = `/api/v1/approvals/variation~${String(variationId)}~variation/outcomes`;
    for (const address of [own, generic]) {
      expect(refused(await giunta.command(address, late))).toBe('409 variation/after-cut-off');
    }
    accepted(await giunta.command(`${generic}?dryRun=true`, { ...late, act: { ...late.act, date: '2022-12-15' } }));
  });

  it('given what the body calls an area, then a variation of its shares calls it so, in its own answer and in the list', async () => {
    const text = 'Codice;Denominazione;Tipo\npolizia-locale;Corpo di polizia;area';
    const { position } = accepted(await api.operator.command('/api/v1/office-files', { text }));
    const finanziaria = await api.as('finanziaria');
    const says = expect.stringContaining('1.1.1 (Corpo di polizia)') as string;
    const one = await finanziaria.get(`/api/v1/variations/2022-2?minPosition=${String(position)}`);
    expect(accepted(one)).toMatchObject({ changes: [{ says }] });
    const { variations } = accepted(await finanziaria.get('/api/v1/variations?planId=2022'));
    expect(variations).toContainEqual(expect.objectContaining({ changes: [expect.objectContaining({ says })] }));
  });
});
