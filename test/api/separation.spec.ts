import { addDays, romeDayOf } from '#domain';
import type { SeparationCheck } from '#read-model';
import { openDatabase, type ReadTables } from '#postgres';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { outlastingPlan } from '../support/small-plan.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA, SEGRETARIO } from '../support/story.js';

const report = { measurements: [], selfDegree: '90', note: 'Fatto' };
const measured = { ...report, measurements: [{ indicatorId: '1.1.1-i1', value: '85%' }] };

interface Checks {
  readonly checked: number;
  readonly violations: number;
  readonly checks: readonly SeparationCheck[];
  readonly nextCursor: string | null;
}

describe('the proof that nobody was on both sides of a control', () => {
  let api: TestApi;
  let position: unknown;
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api, undefined, outlastingPlan);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    const send = async (who: Person, path: string, body: object) =>
      ({ position } = accepted(await (await api.as(who)).command(path, body)));
    await send('finanziaria', `${FINANZIARIA}/rendicontazione`, measured);
    await send('segretario-generale', `${FINANZIARIA}/rendicontazione/approval`, { step: 'verifica' });
    await send('segretario-generale', `${SEGRETARIO}/rendicontazione`, report);
    await send('vicesegretario', `${SEGRETARIO}/rendicontazione/approval`, { step: 'verifica' });
    await send('nucleo', `${SEGRETARIO}/rendicontazione/approval`, { step: 'certificazione' });
  });
  afterAll(() => api.close());

  const checks = async (query = '') => {
    const auditor = await api.as('revisore');
    return accepted(
      await auditor.get(`/api/v1/separation-checks?minPosition=${String(position)}${query}`),
    ) as object as Checks;
  };

  it('given steps taken, then each is told once, with who was on the other side', async () => {
    const { checked, violations, checks: found } = await checks();
    expect([checked, violations]).toEqual([4, 0]);
    expect(found.map(({ office, reroutedFrom, rule, verdict }) => [office, reroutedFrom, rule, verdict])).toEqual([
      ['nucleo', null, null, 'ok'],
      ['vicesegretario', 'segretario-generale', 'own-office', 'ok'],
      ['segretario-generale', null, null, 'ok'],
      ['segretario-generale', null, null, 'ok'],
    ]);
    expect(found[3]).toMatchObject({ subject: 'plan', step: 'approve', namedBy: null });
    expect(found[0]?.earlier).toEqual([found[1]?.person]);
    expect(found[2]).toMatchObject({
      subject: 'rendicontazione',
      subjectId: '2022-1.1.1',
      planId: '2022',
      step: 'verifica',
      stepName: { it: 'Verifica del Segretario Generale' },
      outcome: 'approve',
      offices: ['finanziaria'],
      scored: [],
    });
    expect(found[2]?.authors).toHaveLength(1);
    expect(found[2]?.authors).not.toContain(found[2]?.person);
  });

  it('given filters, then they hold for what is counted and for what is shown, page by page', async () => {
    expect((await checks('&objective=2022-1.1.1')).checked).toBe(1);
    expect((await checks('&subject=variation')).checked).toBe(0);
    expect((await checks('&verdict=violation')).checks).toEqual([]);
    expect((await checks('&to=2022-01-01')).checked).toBe(0);
    const first = await checks('&limit=1');
    const second = await checks(`&limit=1&cursor=${String(first.nextCursor)}`);
    expect([first.checks, second.checks].flat()).toHaveLength(2);
    expect(second.nextCursor).not.toBeNull();
  });

  it('given a last day before the first, then it is refused: of nothing there would be no violation', async () => {
    const auditor = await api.as('revisore');
    for (const address of ['separation-checks', 'separation-checks.csv']) {
      const { body } = await auditor.get(`/api/v1/${address}?from=2022-08-01&to=2022-01-01`);
      expect(body).toMatchObject({ code: 'value/out-of-range', facts: { field: 'to', min: '2022-08-01' } });
    }
  });

  it('given an auditor’s spreadsheet, then the same steps are in a file', async () => {
    const auditor = await api.as('revisore');
    const file = await auditor.get(`/api/v1/separation-checks.csv?minPosition=${String(position)}`);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [heading = '', ...lines] = String(file.body).trimEnd().split('\r\n');
    expect(heading.split(',').slice(-3)).toEqual(['reroutedFrom', 'rule', 'verdict']);
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('given a step that somebody took on their own side, however it got there, then the proof fails and says which', async () => {
    const db = openDatabase<ReadTables>(api.databaseUrl);
    const [own] = (await checks('&objective=2022-1.1.1')).checks;
    await db
      .updateTable('read.separation_check')
      .set({ offices: JSON.stringify(['segretario-generale']) as never })
      .where('position', '=', own?.position ?? '')
      .execute();
    await db.destroy();
    const { violations, checks: broken } = await checks('&verdict=violation');
    expect(violations).toBe(1);
    expect(broken).toMatchObject([{ position: own?.position, rule: 'own-office', verdict: 'violation' }]);
  });

  it('given what is guarded beside the steps, then it is proved too: on which days, who was kept from it, and that nobody of them did it', async () => {
    const yesterday = addDays(romeDayOf(new Date().toISOString()), -1);
    const segretario = await api.as('segretario-generale');
    accepted(await segretario.command(`${POLIZIA}/assignment`, { office: 'polizia-locale', from: yesterday }));
    accepted(await (await api.as('polizia-locale')).command(`${POLIZIA}/acknowledgement`));
    const rest = { reason: 'lavori', from: yesterday, until: addDays(yesterday, 9), act: null };
    accepted(await segretario.command(`${POLIZIA}/suspension`, rest));
    accepted(await segretario.command(`${POLIZIA}/resumption`, { reason: 'finiti', act: null }));
    ({ position } = accepted(await segretario.command(`${POLIZIA}/assignment`, { office: 'finanziaria' })));
    const { violations, checks: found } = await checks('&subject=objective');
    expect(violations).toBe(0);
    expect(found.map(({ step, offices, days, outcome }) => [step, offices, days.length, outcome])).toEqual([
      ['assign', ['polizia-locale', 'finanziaria'], 1, 'act'],
      ['suspend', ['polizia-locale'], 2, 'act'],
    ]);
    expect(found[1]).toMatchObject({
      planId: '2022',
      objectiveId: '2022-1.1.1',
      shareId: '1.1.1-polizia-locale',
      office: 'segretario-generale',
      stepName: { it: 'Sospensione', en: 'Suspension' },
      verdict: 'ok',
    });
    expect(found[1]?.days[1]).toBe(yesterday);
  });

  it('given somebody who took a step before, is paid on the outcome, or evaluates and is paid himself, then the proof says by which rule', async () => {
    const found = (await checks('&objective=2022-1.1.2')).checks.at(-1);
    const db = openDatabase<ReadTables>(api.databaseUrl);
    const setTo = (row: object) =>
      db
        .updateTable('read.separation_check')
        .set(row)
        .where('position', '=', found?.position ?? '')
        .execute();
    const rule = async () => (await checks('&objective=2022-1.1.2')).checks.at(-1)?.rule;
    await setTo({ earlier: JSON.stringify([found?.person]) });
    expect(await rule()).toBe('four-eyes');
    await setTo({ beneficiaries: JSON.stringify([found?.person]) });
    expect(await rule()).toBe('beneficiary');
    const held = (id: string, role: string) => ({
      stream: 'offices',
      id,
      person: 'u-both',
      office: id,
      roles: JSON.stringify([role]) as never,
      from_day: '2022-01-01',
      to_day: null,
      act: null,
      recorded_at: '2022-01-01T08:00:00.000Z',
    });
    await db
      .insertInto('read.tenure')
      .values([held('organo', 'nucleo'), held('area', 'responsabile')])
      .execute();
    await setTo({ beneficiaries: JSON.stringify([]), person: 'u-both', office: 'organo' });
    expect(await rule()).toBe('evaluator-beneficiary');
    await db.destroy();
  });

  it('given a tenure that is ended, later on, with a day before a vote of its holder, then the vote stands and the proof shows it', async () => {
    const segretario = await api.as('segretario-generale');
    const tenures = '/api/v1/organisation/tenures';
    const act = { kind: 'decreto', number: '4', date: '2022-01-10' };
    const taken = { person: 'nucleo', office: 'nucleo', roles: ['nucleo'], from: '2022-01-01', act };
    const { tenureId } = accepted(await segretario.command(tenures, taken));
    const ofNucleo = async () =>
      (await checks('&objective=2022-1.1.2')).checks.find(({ step }) => step === 'certificazione');
    expect(await ofNucleo()).toMatchObject({ rule: null, verdict: 'ok' });
    const end = { to: addDays(romeDayOf(new Date().toISOString()), -3), act };
    ({ position } = accepted(await segretario.command(`${tenures}/${String(tenureId)}/end`, end)));
    expect(await ofNucleo()).toMatchObject({ office: 'nucleo', rule: 'office-left', verdict: 'violation' });
    const [report] = (await api.engine.load('objective', '2022-1.1.2'))?.state.shares ?? [];
    expect(report?.rendicontazione?.passed).toEqual(['verifica', 'certificazione']);
  });
});
