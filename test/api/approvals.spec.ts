import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import {
  accepted,
  FINANZIARIA,
  givenAcknowledged,
  givenInForce,
  POLIZIA,
  refused,
  SEGRETARIO,
} from '../support/story.js';

const standard = parse(readFileSync('apps/api/workflows/comune.yaml', 'utf8')) as { chains: object };
const name = { it: 'Controllo', en: 'Check' };
const check = {
  id: 'controllo',
  name,
  who: [{ office: 'vicesegretario' }, { office: 'giunta' }],
  term: { workingDays: 3 },
  onTimeout: [{ after: 1, do: 'remind' }],
  outcomes: ['approve', 'return'],
};
const certified = {
  id: 'certificazione',
  name,
  who: [{ office: 'nucleo' }],
  outcomes: ['approve', 'return', 'correct-degree'],
};
const decision = { id: 'decisione', name, who: [{ office: 'giunta' }], outcomes: ['approve'], act: { kinds: ['DGC'] } };
const OF_FINANZIARIA = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria';
const OF_POLIZIA = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-polizia-locale';
const OF_SEGRETARIO = '/api/v1/approvals/objective~2022-1.1.2~rendicontazione~1.1.2-segretario-generale';

interface Listed {
  readonly approvals: readonly { readonly approvalId: string }[];
}

describe('approvals over HTTP', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-approvals-'));
  const file = (version: number, steps: readonly object[]) => {
    const path = join(folder, `v${version}.json`);
    const chains = { ...standard.chains, rendicontazione: { steps } };
    writeFileSync(path, JSON.stringify({ ...standard, id: 'prova', version, chains }));
    return path;
  };
  let api: TestApi;
  let position = '0';

  beforeAll(async () => {
    api = await startTestApi({ workflow: file(1, [check, certified, decision]) });
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    const report = { selfDegree: '90', note: 'Fatto' };
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(
      await (await api.as('finanziaria')).command(`${FINANZIARIA}/rendicontazione`, { ...report, measurements }),
    );
    did(await (await api.as('polizia-locale')).command(`${POLIZIA}/rendicontazione`, { ...report, measurements: [] }));
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const did = (answer: Parameters<typeof accepted>[0]) => {
    position = String(accepted(answer)['position']);
  };
  const asks = async (who: Person, path: string) =>
    (await (await api.as(who)).get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${position}`)).body;
  const listed = async (who: Person, query: string) =>
    ((await asks(who, `/api/v1/approvals?${query}`)) as Listed).approvals.map(({ approvalId }) => approvalId);
  const says = async (who: Person, path: string, body: object) => (await api.as(who)).command(path, body);

  it('given reports under way, then each says who could act, since when, until when and what comes next', async () => {
    await Promise.all([api.as('vicesegretario'), api.as('giunta')]);
    expect(await asks('revisore', OF_FINANZIARIA)).toMatchObject({
      status: 'open',
      workflow: { id: 'prova', version: 1 },
      waiting: {
        step: 'controllo',
        who: [{ office: 'vicesegretario', persons: [expect.any(String)] }, { office: 'giunta' }],
        overdue: false,
        next: { do: 'remind' },
        stuck: null,
      },
      steps: [
        { id: 'controllo', agreement: { kind: 'one' } },
        { id: 'certificazione' },
        { id: 'decisione', act: { kinds: ['DGC'] } },
      ],
    });
    expect(await listed('vicesegretario', 'waitingForMe=true')).toHaveLength(2);
    expect(await listed('finanziaria', 'waitingForMe=true')).toEqual([]);
    expect(await listed('nucleo', 'stuck=true')).toEqual([]);
    expect(await listed('nucleo', 'overdue=true&subject=rendicontazione')).toEqual([]);
  });

  it('given a step that somebody claimed, then others keep off until it is released or reassigned', async () => {
    did(await says('vicesegretario', `${OF_FINANZIARIA}/claim`, { step: 'controllo' }));
    const votes = { step: 'controllo', outcome: 'approve' };
    expect(refused(await says('giunta', `${OF_FINANZIARIA}/outcomes`, votes))).toBe('409 approval/claimed');
    expect(refused(await says('giunta', `${OF_FINANZIARIA}/release`, { step: 'controllo' }))).toBe(
      '409 approval/not-claimed',
    );
    const { who } = (
      (await asks('nucleo', OF_FINANZIARIA)) as { waiting: { who: { office: string; persons: string[] }[] } }
    ).waiting;
    const account = who.find(({ office }) => office === 'giunta')?.persons[0];
    const to = { step: 'controllo', to: { account, office: 'giunta' }, reason: 'Il vicesegretario è assente' };
    expect(refused(await says('nucleo', `${OF_FINANZIARIA}/reassignment`, to))).toBe('403 permission/denied');
    expect(refused(await says('vicesegretario', `${OF_FINANZIARIA}/reassignment`, to))).toBe(
      '403 approval/for-the-segretario',
    );
    const unknown = { ...to, to: { account: 'nessuno', office: 'giunta' } };
    expect(refused(await says('segretario-generale', `${OF_FINANZIARIA}/reassignment`, unknown))).toBe(
      '422 organisation/unknown-person',
    );
    const called = { ...to, to: { account: 'giunta', office: 'giunta' } };
    expect(await says('segretario-generale', `${OF_FINANZIARIA}/reassignment?dryRun=true`, called)).toMatchObject({
      status: 200,
      body: { events: [{ data: { to: { person: account } } }] },
    });
    did(await says('segretario-generale', `${OF_FINANZIARIA}/reassignment`, to));
    expect(refused(await says('vicesegretario', `${OF_FINANZIARIA}/outcomes`, votes))).toBe('409 approval/claimed');
    did(await says('giunta', `${OF_FINANZIARIA}/release`, { step: 'controllo' }));
  });

  it('given a corrected degree, then the report shows what was claimed and what is approved', async () => {
    did(await says('vicesegretario', `${OF_FINANZIARIA}/outcomes`, { step: 'controllo', outcome: 'approve' }));
    const correction = {
      step: 'certificazione',
      outcome: 'correct-degree',
      degree: '80',
      reason: 'Due mesi di ritardo',
    };
    // a degree beside an approval is no correction: nothing is approved unawares
    const unaware = await says('nucleo', `${OF_FINANZIARIA}/outcomes`, { ...correction, outcome: 'approve' });
    expect(refused(unaware)).toBe('400 request/invalid');
    expect(unaware.body).toMatchObject({ errors: [{ path: 'body', message: expect.stringContaining('«degree»') }] });
    did(await says('nucleo', `${OF_FINANZIARIA}/outcomes`, correction));
    const { shares } = (await asks('revisore', '/api/v1/objectives/2022-1.1.1')) as { shares: readonly object[] };
    expect(shares).toContainEqual(
      expect.objectContaining({ rendicontazione: expect.objectContaining({ selfDegree: '90', degree: '80' }) }),
    );
  });

  it('given an author of the report, then approval/own-report; given no approval of that name, then approval/not-found', async () => {
    const votes = { step: 'decisione', outcome: 'approve' };
    expect(refused(await says('finanziaria', `${OF_FINANZIARIA}/outcomes`, votes))).toBe('403 approval/own-report');
    expect(refused(await says('giunta', '/api/v1/approvals/clock~x~rendicontazione/outcomes', votes))).toBe(
      '404 approval/not-found',
    );
    expect(refused(await (await api.as('giunta')).get('/api/v1/approvals/plan~1999~plan'))).toBe(
      '404 approval/not-found',
    );
  });

  it('given many who approve the same step at once, then it passes once and the others are told', async () => {
    const votes = { step: 'controllo', outcome: 'approve', note: 'riscontrata' };
    const [vice, giunta] = [await api.as('vicesegretario'), await api.as('giunta')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? vice : giunta).command(`${OF_POLIZIA}/outcomes`, votes),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(refused))).toEqual(
      new Set(['409 approval/not-this-step']),
    );
    const steps: unknown[] = [];
    for await (const { type, data } of api.store.read('objective-prova_2022-1.1.1')) {
      if (type === 'objective.rendicontazione-approved.v1' && data['shareId'] === '1.1.1-polizia-locale')
        steps.push(data);
    }
    expect(steps).toHaveLength(1);
  });

  it('given a new version of the workflow, then what runs is moved to it by an act of its own, which says what is lost', async () => {
    const opinion = { ...decision, id: 'parere', act: undefined, who: [{ office: 'nucleo' }] };
    await api.restart({ workflow: file(2, [opinion, decision]) });
    expect(await asks('revisore', OF_POLIZIA)).toMatchObject({
      waiting: { step: 'certificazione' },
      passed: ['controllo'],
      agreed: { controllo: [{ outcome: 'approve', note: 'riscontrata' }] },
    });
    const path = `${OF_POLIZIA}/migration`;
    const reason = 'Nuovo regolamento';
    expect(refused(await says('segretario-generale', path, { workflow: { id: 'prova', version: 9 }, reason }))).toBe(
      '404 approval/no-such-version',
    );
    did(await says('segretario-generale', path, { reason }));
    expect(await asks('revisore', OF_POLIZIA)).toMatchObject({
      workflow: { version: 2 },
      waiting: { step: 'parere' },
      passed: [],
    });
  });

  it('given the Segretario’s own report, then whoever stands in by office moves and reassigns it, and is told as who could', async () => {
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    const report = { selfDegree: '90', note: 'Fatto', measurements: [] };
    did(await says('segretario-generale', `${SEGRETARIO}/rendicontazione`, report));
    const both = { ...decision, id: 'parere', act: undefined, who: check.who };
    await api.restart({ workflow: file(3, [both, certified, decision]) });
    const moves = { reason: 'Nuovo regolamento' };
    const asked = await says('segretario-generale', `${OF_SEGRETARIO}/migration?dryRun=true`, moves);
    expect(refused(asked)).toBe('403 approval/own-report');
    expect(asked.body).toMatchObject({ whoCould: { roles: [], offices: ['vicesegretario'] } });
    did(await says('vicesegretario', `${OF_SEGRETARIO}/migration`, moves));
    const to = { account: 'giunta', office: 'giunta' };
    const gives = { step: 'parere', to, reason: 'Il vicesegretario è assente' };
    expect(refused(await says('segretario-generale', `${OF_SEGRETARIO}/reassignment`, gives))).toBe(
      '403 approval/own-report',
    );
    did(await says('vicesegretario', `${OF_SEGRETARIO}/reassignment`, gives));
    expect(await asks('revisore', OF_SEGRETARIO)).toMatchObject({
      workflow: { version: 3 },
      waiting: { step: 'parere', claims: [{ office: 'giunta' }] },
    });
  });
});
