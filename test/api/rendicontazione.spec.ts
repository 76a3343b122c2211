import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { romeDayOf } from '#domain';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import {
  accepted,
  FINANZIARIA,
  givenAcknowledged,
  givenAuthorised,
  givenInForce,
  POLIZIA,
  refused,
  SEGRETARIO,
} from '../support/story.js';
import { withoutEvaluations } from '../support/without-evaluations.js';

const report = { measurements: [], selfDegree: '90', note: 'Fatto' };
const standardText = readFileSync('apps/api/workflows/comune.yaml', 'utf8');
const measured = { ...report, measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }] };
const act = { kind: 'DGC', number: '40', date: '2023-03-01' };
/** Once it is certified, by the clock of the wall: never older than that. */
const noted = () => ({ ...act, date: romeDayOf(new Date().toISOString()) });

describe('approving a rendicontazione', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-chain-'));
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const submit = async (who: Person, share: string, body: object) =>
    (await api.as(who)).command(`${share}/rendicontazione`, body);
  const approve = async (who: Person, share: string, step: string, more: object = {}) =>
    (await api.as(who)).command(`${share}/rendicontazione/approval`, { step, ...more });

  it('given an area’s share, then Segretario, Nucleo and Giunta agree in this order, and the Nucleo scores', async () => {
    accepted(await submit('finanziaria', FINANZIARIA, measured));
    expect(refused(await approve('nucleo', FINANZIARIA, 'certificazione'))).toBe('409 approval/not-this-step');
    expect(refused(await approve('nucleo', FINANZIARIA, 'verifica'))).toBe('403 approval/not-your-step');
    accepted(await approve('segretario-generale', FINANZIARIA, 'verifica'));
    accepted(await approve('nucleo', FINANZIARIA, 'certificazione'));
    expect(refused(await approve('giunta', FINANZIARIA, 'presa-d-atto'))).toBe('422 approval/act-missing');
    const older = await approve('giunta', FINANZIARIA, 'presa-d-atto', { act });
    expect(refused(older)).toBe('422 approval/act-before-certification');
    expect(older.body).toMatchObject({ detail: expect.stringContaining('il passo Certificazione del Nucleo') });
    accepted(await approve('giunta', FINANZIARIA, 'presa-d-atto', { act: noted() }));
    accepted(await (await api.as('nucleo')).command(`${FINANZIARIA}/score`, { degree: '85', reason: 'Come misurato' }));
  });

  it('given the Segretario’s own share, then the vicesegretario verifies it and he cannot', async () => {
    accepted(await submit('segretario-generale', SEGRETARIO, report));
    const own = await approve('segretario-generale', SEGRETARIO, 'verifica');
    expect(refused(own)).toMatch(/^403 approval\/(own-report|not-your-step)$/);
    accepted(await approve('vicesegretario', SEGRETARIO, 'verifica'));
    accepted(await approve('nucleo', SEGRETARIO, 'certificazione'));
  });

  it('given an area’s share, when the vicesegretario verifies it, then it is not his step', async () => {
    accepted(await submit('polizia-locale', POLIZIA, report));
    expect(refused(await approve('vicesegretario', POLIZIA, 'verifica'))).toBe('403 approval/not-your-step');
  });

  it('given a report sent back, then it says what is missing and can be sent again', async () => {
    const nucleo = await api.as('segretario-generale');
    const path = `${POLIZIA}/rendicontazione/return`;
    expect(refused(await nucleo.command(path, { step: 'verifica', points: [] }))).toBe('422 approval/points-missing');
    accepted(await nucleo.command(path, { step: 'verifica', points: ['Allegare il verbale'] }));
    accepted(await submit('polizia-locale', POLIZIA, report));
  });

  it('given another chain in the file, then reports submitted from then on follow it', async () => {
    const step = {
      id: 'controllo',
      name: { it: 'Controllo', en: 'Check' },
      who: [{ office: 'nucleo' }],
      outcomes: ['approve', 'return'],
    };
    const standard = parse(standardText) as { chains: object };
    const chains = { ...standard.chains, rendicontazione: { steps: [step] } };
    const workflow = join(folder, 'corto.json');
    writeFileSync(workflow, JSON.stringify({ ...standard, id: 'corto', chains }));
    accepted(
      await (
        await api.as('segretario-generale')
      ).command(`${POLIZIA}/rendicontazione/return`, { step: 'verifica', points: ['Ancora'] }),
    );
    await api.restart({ workflow });
    accepted(await submit('polizia-locale', POLIZIA, report));
    expect(refused(await approve('segretario-generale', POLIZIA, 'verifica'))).toBe('409 approval/not-this-step');
    accepted(await approve('nucleo', POLIZIA, 'controllo'));
    accepted(await (await api.as('nucleo')).command(`${POLIZIA}/score`, { degree: '90', reason: 'Verificato' }));
    // a report that was under way keeps the chain it began with
    accepted(await approve('giunta', SEGRETARIO, 'presa-d-atto', { act: noted() }));
  });

  it('given a workflow file with a mistake, then the API does not start and says where it is', async () => {
    const workflow = join(folder, 'rotto.yaml');
    writeFileSync(workflow, standardText.replace('version: 2', 'version: uno'));
    await expect(api.restart({ workflow })).rejects.toThrow(
      /rotto\.yaml is not usable\. Line 6, column 10 \(version\): “version” cannot be “uno”/,
    );
    await api.restart({ workflow: withoutEvaluations(folder) });
  });

  it('given scores, then the fund of the areas is shared out by weight and degree, to the cent', async () => {
    const personale = await api.as('personale');
    accepted(
      await personale.command('/api/v1/premium-runs', {
        planId: '2022',
        runId: 'aree-2022',
        scope: { kind: 'areas' },
        fund: '1010.01',
        reserve: '10.00',
      }),
    );
    const rival = { planId: '2022', runId: 'aree-bis', scope: { kind: 'areas' }, fund: '60.00' };
    accepted(await personale.command('/api/v1/premium-runs', rival));
    const liquidation = '/api/v1/premium-runs/aree-2022/liquidation';
    expect(refused(await personale.command(liquidation, { act: noted() }))).toBe('409 premium/not-proposed');
    await givenAuthorised(api, 'aree-2022');
    expect(refused(await personale.command(liquidation, { act: noted() }))).toBe(
      '409 premium/authorised-by-another-act',
    );
    const { position } = accepted(await personale.command(liquidation, {}));
    const run = accepted(await personale.get(`/api/v1/premium-runs/aree-2022?minPosition=${String(position)}`));
    expect(run).toMatchObject({
      status: 'liquidated',
      fund: '1010.01',
      total: '866.68',
      savings: '133.33',
      reserve: '10.00',
      approvalId: 'premium~aree-2022~premium-run',
      act: {
        kind: 'determina',
        number: '7',
      },
    });
    expect(run['entries']).toMatchObject([
      { shareId: '1.1.1-finanziaria', weight: '40', degree: '85', amount: '566.68' },
      { shareId: '1.1.1-polizia-locale', weight: '20', degree: '90', amount: '300.00' },
    ]);
    const again = await personale.command('/api/v1/premium-runs', {
      planId: '2022',
      runId: 'aree-2022',
      scope: { kind: 'areas' },
      fund: '1.00',
    });
    expect(refused(again)).toBe('409 premium/already-computed');
  });

  it('given a share with weight, then there is no run of its own money', async () => {
    const scope = { kind: 'share', shareId: '1.1.1-finanziaria' };
    const personale = await api.as('personale');
    const answer = await personale.command('/api/v1/premium-runs', { planId: '2022', scope, fund: '10' });
    expect(refused(answer)).toBe('409 premium/no-claims');
  });

  it('given shares that another run has paid meanwhile, then a run that counts on them is not liquidated, nor a new one computed', async () => {
    const paid = async () => (await api.engine.load('objective', '2022-1.1.1'))?.state.shares[0]?.premium ?? null;
    while ((await paid()) === null) await new Promise((resolve) => setImmediate(resolve));
    const personale = await api.as('personale');
    const answer = await personale.command('/api/v1/premium-runs/aree-bis/liquidation', { act: noted() });
    expect(refused(answer)).toBe('409 objective/already-liquidated');
    expect(answer.body).toMatchObject({ facts: { run: 'aree-2022' } });
    const another = { planId: '2022', runId: 'aree-ter', scope: { kind: 'areas' }, fund: '60.00' };
    expect(refused(await personale.command('/api/v1/premium-runs', another))).toBe('409 premium/no-claims');
  });

  it('given a run that is not liquidated, when it is taken back, then it says why and goes no further', async () => {
    const personale = await api.as('personale');
    const withdrawal = '/api/v1/premium-runs/aree-bis/withdrawal';
    const { position } = accepted(await personale.command(withdrawal, { reason: 'Pagata con un’altra' }));
    const run = accepted(await personale.get(`/api/v1/premium-runs/aree-bis?minPosition=${String(position)}`));
    expect(run).toMatchObject({ status: 'withdrawn', points: ['Pagata con un’altra'], changed: [], reserveLeft: null });
    expect(refused(await personale.command(withdrawal, { reason: 'Ancora' }))).toBe('409 premium/withdrawn');
  });

  it('given a share that does not exist, then there is no run for it', async () => {
    const scope = { kind: 'share', shareId: '9.9.9-nessuno' };
    const answer = await (
      await api.as('personale')
    ).command('/api/v1/premium-runs', { planId: '2022', scope, fund: '10' });
    expect(refused(answer)).toBe('404 objective/unknown-share');
  });
});
