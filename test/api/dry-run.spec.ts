import { readFileSync } from 'node:fs';
import { routes, type Route, type RouteName } from '#contract';
import type { RecordedEvent } from '#event-store';
import { openDatabase, type AuthTables } from '#postgres';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import type { HttpAnswer } from '../support/client.js';
import type { Person } from '../support/people.js';
import { accepted, refused, RUN_DOCUMENTS } from '../support/story.js';
import { writtenPlan } from '../support/written-plan.js';

const laterWorkflow = readFileSync('apps/api/workflows/comune.yaml', 'utf8').replace('version: 2', 'version: 3');

/** One command of a story, as somebody sends it. */
interface Sent {
  readonly route: RouteName;
  readonly by: Person;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const objective = { objectiveId: '2022-1.1.1' };
const share = { ...objective, shareId: '1.1.1-finanziaria' };
const approval = { approvalId: 'objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria' };
const street = { objectiveId: '2022-1.1.2', shareId: '1.1.2-polizia-locale' };
const missed = { deadlineId: 'd1', instance: '2022-06-30' };
const proposal = {
  mission: 1,
  strategicObjective: 1,
  title: 'Sportello unico',
  shares: [{ id: '1.1.9-finanziaria', areaId: 'finanziaria', weight: '5' }],
  indicators: [],
  deadlines: [],
  horizon: '2022-12-31',
};
const act = { kind: 'DGC', number: '10', date: '2022-01-10' };
const report = { value: '40', note: 'Avviato', occurredOn: '2022-06-01' };
const variation = {
  reason: 'gara deserta',
  changes: [{ kind: 'move-deadline', objectiveId: '1.1.1', deadlineId: 'd1', to: '2022-09-30' }],
};
const step = (by: Person, id: string, more: object = {}): Sent => ({
  route: 'approveRendicontazione',
  by,
  params: share,
  body: { step: id, note: '', ...more },
});

const ofNobody = { evaluationId: '2022-nessuno' };
/** Of nobody: whatever is asked is refused, dry as well. */
const evaluated: readonly Sent[] = [
  {
    route: 'openEvaluation',
    by: 'segretario-generale',
    body: { planId: '2022', person: 'nessuno', evaluator: { person: 'nucleo', office: 'nucleo' } },
  },
  { route: 'proposeEvaluation', by: 'nucleo', params: ofNobody, body: { behaviours: '80' } },
  {
    route: 'recordEvaluationReceipt',
    by: 'personale',
    params: ofNobody,
    body: { of: 'proposal', receivedOn: '2022-01-10', proof: 'prot. 1' },
  },
  { route: 'withdrawEvaluation', by: 'personale', params: ofNobody, body: { reason: 'nessuna quota' } },
  { route: 'observeEvaluation', by: 'finanziaria', params: ofNobody, body: { text: 'poco personale' } },
  { route: 'offerHearing', by: 'nucleo', params: ofNobody, body: { on: '2022-01-10' } },
  { route: 'recordHearing', by: 'nucleo', params: ofNobody, body: { outcome: 'held' } },
  { route: 'judgeEvaluation', by: 'nucleo', params: ofNobody, body: { behaviours: '80', reason: 'come proposto' } },
  { route: 'requestConciliation', by: 'finanziaria', params: ofNobody, body: { reason: 'non condivisa' } },
  {
    route: 'nameEvaluator',
    by: 'personale',
    params: ofNobody,
    body: { evaluator: { person: 'nucleo', office: 'nucleo' }, reason: 'ha lasciato l’ufficio' },
  },
  {
    route: 'nameConciliator',
    by: 'personale',
    params: ofNobody,
    body: { person: 'vicesegretario', office: 'vicesegretario' },
  },
  { route: 'conciliate', by: 'vicesegretario', params: ofNobody, body: { reason: 'confermata' } },
  { route: 'makeEvaluationDefinitive', by: 'personale', params: ofNobody },
];

/** Every command of the contract at least once; some are refused, which a dry run must say as well. */
const story: readonly Sent[] = [
  { route: 'nameBody', by: 'amministratrice', body: { name: 'Comune di Prova' } },
  { route: 'setPatronDay', by: 'amministratrice', body: { patronDay: '06-24' } },
  { route: 'completeSetup', by: 'amministratrice', body: {} },
  { route: 'importOffices', by: 'amministratrice', body: { text: 'ufficio;tipo\nFinanziaria;area\n' } },
  {
    route: 'defineOffices',
    by: 'amministratrice',
    body: { offices: [{ id: 'finanziaria', name: 'Finanziaria', kind: 'area' }] },
  },
  { route: 'approvePlan', by: 'segretario-generale', params: { planId: '2022' }, body: { act } },
  { route: 'draftPlan', by: 'amministratrice', body: { text: 'nessun piano' } },
  { route: 'draftPlan', by: 'amministratrice', body: { text: writtenPlan } },
  { route: 'draftPlan', by: 'finanziaria', body: { text: writtenPlan } },
  { route: 'approvePlan', by: 'segretario-generale', params: { planId: '2022' }, body: { act } },
  { route: 'proposePlan', by: 'segretario-generale', params: { planId: '2022' } },
  {
    route: 'takePlanStep',
    by: 'giunta',
    params: { planId: '2022' },
    body: { step: 'approvazione', outcome: 'approve', act },
  },
  { route: 'enterIntoForce', by: 'segretario-generale', params: { planId: '2022' }, body: { from: '2022-01-10' } },
  // long after the cut-off of its year
  { route: 'requestVariation', by: 'finanziaria', body: { planId: '2022', ...variation } },
  { route: 'resubmitVariation', by: 'finanziaria', params: { variationId: '2022-1' }, body: variation },
  { route: 'withdrawVariation', by: 'finanziaria', params: { variationId: '2022-1' }, body: { reason: 'non serve' } },
  {
    route: 'takeVariationStep',
    by: 'giunta',
    params: { variationId: '2022-1' },
    body: { step: 'deliberazione', outcome: 'approve', act },
  },
  { route: 'assign', by: 'segretario-generale', params: share, body: { office: 'nessuno' } },
  { route: 'assign', by: 'segretario-generale', params: share, body: { office: 'nucleo' } },
  { route: 'assign', by: 'segretario-generale', params: share, body: { office: 'finanziaria' } },
  { route: 'acknowledge', by: 'polizia-locale', params: share },
  { route: 'acknowledge', by: 'finanziaria', params: share },
  { route: 'reportProgress', by: 'finanziaria', params: share, body: { ...report, progressId: 'p-1' } },
  { route: 'reportProgress', by: 'finanziaria', params: share, body: { ...report, occurredOn: '2199-01-01' } },
  {
    route: 'rectifyProgress',
    by: 'finanziaria',
    params: { ...share, progressId: 'p-1' },
    body: { value: '35', note: 'Contati due volte', reason: 'errore' },
  },
  {
    route: 'fulfilLate',
    by: 'finanziaria',
    params: share,
    body: {
      fulfils: { deadlineId: 'ignota', instance: '2022-06-30' },
      justification: { reason: 'other', note: '' },
    },
  },
  {
    route: 'submitRendicontazione',
    by: 'finanziaria',
    params: share,
    body: { measurements: [], selfDegree: '90', note: '' },
  },
  {
    route: 'returnRendicontazione',
    by: 'segretario-generale',
    params: share,
    body: { step: 'verifica', points: ['manca il verbale'] },
  },
  step('segretario-generale', 'verifica'),
  { route: 'claimStep', by: 'nucleo', params: approval, body: { step: 'certificazione' } },
  { route: 'releaseStep', by: 'nucleo', params: approval, body: { step: 'certificazione' } },
  {
    route: 'reassignStep',
    by: 'segretario-generale',
    params: approval,
    body: { step: 'certificazione', to: { account: 'nessuno', office: 'nucleo' }, reason: 'assente' },
  },
  { route: 'correctDay', by: 'segretario-generale', params: approval, body: { day: '2022-01-10', reason: 'tardi' } },
  { route: 'migrateApproval', by: 'segretario-generale', params: approval, body: { reason: 'nuova definizione' } },
  { route: 'takeStep', by: 'finanziaria', params: approval, body: { step: 'certificazione', outcome: 'approve' } },
  { route: 'takeStep', by: 'nucleo', params: approval, body: { step: 'certificazione', outcome: 'approve' } },
  { route: 'score', by: 'nucleo', params: share, body: { degree: '90', reason: '' } },
  {
    route: 'computePremium',
    by: 'personale',
    body: { planId: '2022', runId: 'prova', scope: { kind: 'areas' }, fund: '1000', reserve: '10' },
  },
  {
    route: 'computePremium',
    by: 'personale',
    body: { planId: '2022', runId: 'prova', scope: { kind: 'areas' }, fund: '1000', reserve: '1000' },
  },
  { route: 'settlePremium', by: 'personale', params: { runId: 'prova' }, body: {} },
  { route: 'liquidatePremium', by: 'personale', params: { runId: 'prova' }, body: { act } },
  { route: 'proposePremium', by: 'personale', params: { runId: 'prova' }, body: {} },
  { route: 'proposePremium', by: 'personale', params: { runId: 'prova' }, body: { documents: RUN_DOCUMENTS } },
  {
    route: 'takeStep',
    by: 'finanziaria',
    params: { approvalId: 'premium~prova~premium-run' },
    body: { step: 'controllo', outcome: 'approve' },
  },
  { route: 'withdrawPremium', by: 'personale', params: { runId: 'prova' }, body: { reason: 'grado corretto' } },
  ...evaluated,
  { route: 'closeObjective', by: 'segretario-generale', params: objective, body: { comment: 'come da delibera' } },
  { route: 'closePlan', by: 'segretario-generale', params: { planId: '2022' }, body: { act } },
  {
    route: 'takeOffice',
    by: 'segretario-generale',
    body: { tenureId: 't-1', person: 'finanziaria', office: 'finanziaria', from: '2022-01-01' },
  },
  {
    route: 'delegate',
    by: 'finanziaria',
    body: {
      delegationId: 'd-1',
      kind: 'sostituzione',
      office: 'finanziaria',
      person: 'personale',
      from: '2022-08-01',
      until: '2022-08-31',
    },
  },
  {
    route: 'revokeDelegation',
    by: 'finanziaria',
    params: { delegationId: 'd-1' },
    body: { reason: 'rientro anticipato' },
  },
  { route: 'leaveOffice', by: 'segretario-generale', params: { tenureId: 't-1' }, body: { to: '2022-12-31' } },
  { route: 'annulTenure', by: 'segretario-generale', params: { tenureId: 't-1' }, body: { reason: 'era un errore' } },
  { route: 'registerAct', by: 'segretario-generale', body: { act, organ: 'Giunta', title: 'Piano 2022' } },
  { route: 'registerAct', by: 'segretario-generale', body: { act, organ: 'Giunta', title: 'Altro' } },
  {
    route: 'correctAct',
    by: 'segretario-generale',
    params: { actId: '2022-dgc-10' },
    body: { date: '2022-01-11', organ: 'Giunta', title: 'Piano 2022', reason: 'data' },
  },
  {
    route: 'relateAct',
    by: 'segretario-generale',
    params: { actId: '2022-dgc-10' },
    body: { relation: 'defines', to: { planId: '2022' } },
  },
  {
    route: 'attachActFile',
    by: 'segretario-generale',
    params: { actId: '2022-dgc-10' },
    body: { file: { name: 'dgc.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', size: 1 } },
  },
  {
    route: 'sendReminder',
    by: 'segretario-generale',
    body: { office: 'polizia-locale', shares: [{ objectiveId: '2022-1.1.2', shareId: '1.1.2-polizia-locale' }] },
  },
  { route: 'proposePlan', by: 'segretario-generale', params: { planId: '2022' } },
  {
    route: 'takePlanStep',
    by: 'segretario-generale',
    params: { planId: '2022' },
    body: { step: 'parere', outcome: 'approve' },
  },
  {
    route: 'requestVariation',
    by: 'polizia-locale',
    body: {
      planId: '2022',
      reason: 'la strada è chiusa',
      changes: [{ kind: 'remove-objective', objectiveId: '1.1.2', cause: 'third-party', note: 'frana' }],
    },
  },
  {
    route: 'takeVariationStep',
    by: 'segretario-generale',
    params: { variationId: '2022-1' },
    body: { step: 'nessuno', outcome: 'approve' },
  },
  {
    route: 'resubmitVariation',
    by: 'polizia-locale',
    params: { variationId: '2022-1' },
    body: {
      reason: 'la strada è chiusa',
      changes: [{ kind: 'remove-objective', objectiveId: '1.1.2', cause: 'third-party', note: 'frana' }],
    },
  },
  {
    route: 'withdrawVariation',
    by: 'polizia-locale',
    params: { variationId: '2022-1' },
    body: { reason: 'riaperta' },
  },
  { route: 'proposeObjective', by: 'finanziaria', params: { objectiveId: '2022-1.1.9' }, body: proposal },
  {
    route: 'returnProposal',
    by: 'segretario-generale',
    params: { objectiveId: '2022-1.1.9' },
    body: { points: ['manca la data'] },
  },
  {
    route: 'withdrawProposal',
    by: 'finanziaria',
    params: { objectiveId: '2022-1.1.9' },
    body: { reason: 'non serve più' },
  },
  { route: 'validateProposal', by: 'segretario-generale', params: { objectiveId: '2022-1.1.9' }, body: {} },
  {
    route: 'suspend',
    by: 'segretario-generale',
    params: street,
    body: { reason: 'frana', until: '2099-12-31', act: null },
  },
  { route: 'assign', by: 'segretario-generale', params: street, body: { office: 'polizia-locale' } },
  { route: 'acknowledge', by: 'polizia-locale', params: street },
  { route: 'suspend', by: 'giunta', params: street, body: { reason: 'frana', until: '2026-12-31', act } },
  { route: 'ratifySuspension', by: 'giunta', params: street, body: { act } },
  { route: 'resume', by: 'giunta', params: street, body: { reason: 'strada riaperta', act: null } },
  {
    route: 'removeShare',
    by: 'giunta',
    params: street,
    body: {
      cause: 'force-majeure',
      note: 'frana',
      act,
      opinion: {
        favourable: true,
        note: '',
        on: '2022-01-09',
        document: { kind: 'verbale', number: '4', date: '2022-01-09' },
      },
      weight: 'neutralise',
    },
  },
  {
    route: 'justify',
    by: 'finanziaria',
    params: share,
    body: { missed, justification: { reason: 'third-party', note: 'gara deserta' } },
  },
  {
    route: 'decideJustification',
    by: 'segretario-generale',
    params: share,
    body: { missed, step: 'proposta', accept: true, effect: 'neutral' },
  },
  { route: 'restoreMiss', by: 'giunta', params: share, body: { missed, reason: 'data sbagliata' } },
  { route: 'makeDefinitive', by: 'segretario-generale', params: share, body: {} },
  { route: 'reopen', by: 'segretario-generale', params: share, body: { reason: 'errore di calcolo', act } },
  {
    route: 'adjustPremium',
    by: 'personale',
    params: share,
    body: { amount: '10.00' },
  },
  { route: 'publishWorkflow', by: 'amministratrice', body: { source: 'id: [' } },
  {
    route: 'settleRefused',
    by: 'amministratrice',
    body: { cause: newKey(), stream: 'objective-prova_2022-1.1.1', note: 'vista' },
  },
  { route: 'publishWorkflow', by: 'amministratrice', body: { source: laterWorkflow } },
  { route: 'publishWorkflow', by: 'amministratrice', body: { source: laterWorkflow.replace('Bozza', 'Idea') } },
  { route: 'advanceClock', by: 'amministratrice', body: { now: '2022-02-01T08:00:00.000Z' } },
];

const commands = Object.entries<Route>(routes).filter(([, { kind }]) => kind === 'command');

describe('asking what a command would do', () => {
  let api: TestApi;
  let noted: ReturnType<typeof openDatabase<AuthTables>>;
  beforeAll(async () => {
    api = await startTestApi();
    await api.as('revisore'); // before the body says which offices it has: theirs is none of them
    noted = openDatabase<AuthTables>(api.databaseUrl);
  });
  afterAll(async () => {
    await noted.destroy();
    await api.close();
  });

  async function send({ route, by, params = {}, body }: Sent, query: string, headers: Record<string, string> = {}) {
    const path = routes[route].path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    return (await api.as(by)).post(`${path}${query}`, body, headers);
  }

  /** What people's commands left in the log, from a place on; consequences come in their own time. */
  async function written(after = -1n): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    const streams = [
      'plan',
      'objective',
      'premium',
      'evaluation',
      'body',
      'clock',
      'act',
      'reminder',
      'organisation',
      'variation',
      'workflow',
    ];
    const prefixes = streams.map((category) => `${category}-`);
    for await (const event of api.store.readAll({ prefixes })) {
      if (event.position > after && !isConsequence(event)) events.push(event);
    }
    return events;
  }

  it('then every command of the contract is asked here', () => {
    const asked = new Set<string>(story.map(({ route }) => route));
    expect(commands.map(([name]) => name).filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each(story.map((sent, index) => [`${index + 1}. ${sent.route} by ${sent.by}`, sent] as const))(
    'given the story so far, when %s is asked first and sent then, then what was told happens and the asking left nothing',
    async (_, sent) => {
      await api.as(sent.by);
      const before = await written();
      const asked = await send(sent, '?dryRun=true');
      expect(await written()).toEqual(before);
      const done = await send(sent, '', { 'idempotency-key': newKey() });
      const happened = await written(before.at(-1)?.position);
      expect(done.status < 300 ? eventsIn(asked) : refusalIn(asked)).toEqual(
        done.status < 300
          ? happened.map(({ stream, type, data }) => ({ stream, type, data: timeless(data) }))
          : refusalIn(done),
      );
      if (sent.route === 'draftPlan' && done.status === 201) await objectivesDefined(api);
    },
  );

  it('given somebody who may not, when any command is asked, then it is 403 and no trace is left; once sent, there is', async () => {
    const stranger = await api.as('revisore');
    const traces = () => noted.selectFrom('auth.tally').select('key').where('key', 'like', '%refused%').execute();
    const before = await traces();
    // to answer one's own evaluation, or give up what one was given, takes no role
    const open = ['evaluation.answer', 'organisation.end-delegation'];
    const guarded = commands.filter(([, { action }]) => !open.includes(action));
    const addresses = guarded.map(([, { path }]) => path.replace(/:(\w+)/g, 'x'));
    for (const address of addresses) {
      expect(refused(await stranger.post(`${address}?dryRun=true`, {}))).toBe('403 permission/denied');
    }
    expect(await traces()).toEqual(before);
    await stranger.post(addresses[0] ?? '', {});
    expect((await traces()).length).toBe(before.length + 1);
  });

  it('given a revision that is no longer so, when it is asked with it, then it is 412', async () => {
    const name: Sent = { route: 'nameBody', by: 'amministratrice', body: { name: 'Comune di Altrove' } };
    expect(refused(await send(name, '?dryRun=true', { 'if-match': '"0"' }))).toBe('412 command/stale-revision');
  });

  it('given the key of a command that was carried out, then nothing would happen; with other words it is reused', async () => {
    const headers = { 'idempotency-key': newKey() };
    const name = (text: string): Sent => ({ route: 'nameBody', by: 'amministratrice', body: { name: text } });
    await send(name('Comune di Prova Alta'), '', headers);
    expect((await send(name('Comune di Prova Alta'), '?dryRun=true', headers)).body).toMatchObject({ events: [] });
    expect(refused(await send(name('Altro'), '?dryRun=true', headers))).toBe('422 command/key-reused');
  });

  it('given a key that was only asked with, when the command is sent with it, then it is carried out', async () => {
    const headers = { 'idempotency-key': newKey() };
    const sent: Sent = { route: 'nameBody', by: 'amministratrice', body: { name: 'Comune di Prova Bassa' } };
    await send(sent, '?dryRun=true', headers);
    await send(sent, '', headers);
    expect((await api.engine.load('body', 'registry'))?.state.name).toBe('Comune di Prova Bassa');
  });

  it('given neither true nor false, then the request is invalid', async () => {
    const sent: Sent = { route: 'nameBody', by: 'amministratrice', body: { name: 'X' } };
    expect(refused(await send(sent, '?dryRun=forse'))).toBe('400 request/invalid');
  });

  it('given a query that the route does not know, dryrun too, then the request is invalid and nothing is done', async () => {
    const sent: Sent = { route: 'nameBody', by: 'amministratrice', body: { name: 'Comune di Prova Nuova' } };
    const unknown = await send(sent, '?dryrun=true');
    expect(refused(unknown)).toBe('400 request/invalid');
    expect(unknown.body).toMatchObject({ errors: [{ path: 'query' }] });
    expect((await api.engine.load('body', 'registry'))?.state.name).not.toBe('Comune di Prova Nuova');
    const account = { user: 'non.ancora', office: 'giunta', roles: ['giunta'] };
    expect(refused(await api.operator.post('/api/v1/accounts?dryRun=true', account))).toBe('400 request/invalid');
    expect(accepted(await api.operator.post('/api/v1/accounts', account))).toMatchObject({ user: 'non.ancora' });
  });
});

/** A drafted plan defines its objectives by and by. */
async function objectivesDefined({ store }: TestApi): Promise<void> {
  let defined = 0;
  const over = new AbortController();
  for await (const item of store.follow({ prefixes: ['objective-'], signal: over.signal })) {
    if (item.kind === 'event') defined += 1;
    if (defined === 2) over.abort();
  }
}

function isConsequence({ metadata }: RecordedEvent): boolean {
  return (metadata['actor'] as { readonly id: string }).id === 'system';
}

function eventsIn({ status, body }: HttpAnswer) {
  const { events } = body as { events: { stream: string; type: string; data: unknown }[] };
  return status === 200 && events.map(({ stream, type, data }) => ({ stream, type, data: timeless(data) }));
}

/** Between the asking and the sending time goes on. */
function timeless(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

/** What was refused and why; where a reading is shown as well, the refusal is part of it. */
function refusalIn({ body }: HttpAnswer) {
  const problem = ((body as { refusal?: object }).refusal ?? body) as Record<string, unknown>;
  const { code, status, title, detail, facts } = problem;
  return { code, status, title, detail, facts };
}
