import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, POLIZIA, refused } from '../support/story.js';

interface File {
  readonly version: number;
  readonly offices: readonly { readonly id: string }[];
}

const source = readFileSync('apps/api/workflows/comune.yaml', 'utf8');
const standard = parse(source) as File;
const REPORT = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-finanziaria';
const act = { kind: 'DS', number: '7', date: '2022-06-01' };
const from = '2022-06-15';

/** In which these offices are for something else, and others have come. */
function version(add: number, functions: Readonly<Record<string, string | null>>, more: string = source): string {
  const file = parse(more) as File;
  const known = new Set(file.offices.map(({ id }) => id));
  const offices = [
    ...file.offices.map((one) => (one.id in functions ? { ...one, function: functions[one.id] } : one)),
    ...Object.keys(functions).flatMap((id) => (known.has(id) ? [] : [{ id, function: functions[id], names: [] }])),
  ];
  return JSON.stringify({ ...file, version: standard.version + add, offices });
}

describe('offices that an earlier version of the workflow had for something', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: `${from}T08:00:00.000Z` }));
    await givenInForce(api);
    await api.as('revisore');
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const measurements = [{ indicatorId: '1.1.1-i1', value: '85%' }];
    accepted(await says('finanziaria', `${FINANZIARIA}/rendicontazione`, { measurements, selfDegree: '90', note: '' }));
  });
  afterAll(() => api.close());

  const says = async (who: Person, path: string, body: object, office?: string) =>
    (await api.as(who)).command(path, body, ...(office === undefined ? [] : [{ 'traguardo-office': office }]));
  const publish = async (file: string) => accepted(await api.operator.command('/api/v1/workflows', { source: file }));
  const appoint = (person: Person, office: string, roles: readonly string[] = [], dry = '') =>
    says('segretario-generale', `/api/v1/organisation/tenures${dry}`, { person, office, roles, from, to: null, act });

  it('given an office that stood in for the Segretario by a version of before, then it moves and gives away no approval', async () => {
    await publish(version(1, { vicesegretario: null, consulta: 'segretario-substitute' }));
    accepted(await appoint('revisore', 'consulta', ['revisore']));
    const reason = { reason: 'nuove regole' };
    const moves = () => says('revisore', `${REPORT}/migration`, reason, 'consulta');
    expect(refused(await moves())).toBe('403 approval/for-the-segretario');
    await publish(version(2, { consulta: null }));
    expect(refused(await moves())).toBe('403 permission/denied');
    const to = { account: 'segretario-generale', office: 'segretario-generale' };
    const gives = { step: 'verifica', to, ...reason };
    expect(refused(await says('revisore', `${REPORT}/reassignment`, gives, 'consulta'))).toBe('403 permission/denied');
    const vice = await says('vicesegretario', `${REPORT}/migration`, reason);
    expect(refused(vice)).toBe('403 approval/for-the-segretario');
  });

  it('given a report that came back under a version of before, then it sets out by the one in force, so the former body judges nothing of it any more', async () => {
    const polizia = '/api/v1/approvals/objective~2022-1.1.1~rendicontazione~1.1.1-polizia-locale';
    const versionOf = async (position: unknown) => {
      const { workflow } = accepted(await (await api.as('revisore')).get(`${polizia}?minPosition=${String(position)}`));
      return (workflow as { version: number }).version;
    };
    const report = { measurements: [], selfDegree: '90', note: '' };
    await givenAcknowledged(api, POLIZIA, 'polizia-locale');
    const first = accepted(await says('polizia-locale', `${POLIZIA}/rendicontazione`, report));
    const before = await versionOf(first['position']);
    const back = { step: 'verifica', points: ['manca il verbale'] };
    accepted(await says('segretario-generale', `${POLIZIA}/rendicontazione/return`, back));
    await publish(version(before - standard.version + 1, { consulta: null }));
    const again = accepted(await says('polizia-locale', `${POLIZIA}/rendicontazione`, report));
    expect(await versionOf(again['position'])).toBe(before + 1);
    // for the next: it is back again, and binds nobody
    accepted(await says('segretario-generale', `${POLIZIA}/rendicontazione/return`, back));
  });

  it('given another body that evaluates, then nobody becomes a member of the former one who may not certify, until nothing is under way there', async () => {
    await api.as('nucleo');
    const people = accepted(await api.operator.get('/api/v1/accounts')) as { accounts: { id: string; user: string }[] };
    const idOf = (user: string) => String(people.accounts.find((account) => account.user === user)?.id);
    const opened = {
      planId: '2022',
      person: idOf('finanziaria'),
      evaluator: { person: idOf('nucleo'), office: 'nucleo' },
    };
    accepted(await says('personale', '/api/v1/evaluations', opened));
    const ofOiv = source.replaceAll('{ office: nucleo }', '{ office: oiv }');
    await publish(version(4, { nucleo: null, oiv: 'evaluation-body' }, ofOiv));
    accepted(await appoint('segretario-generale', 'segretario-generale', ['segretario']));
    expect(refused(await appoint('segretario-generale', 'nucleo'))).toBe('422 organisation/incompatible');
    expect(refused(await appoint('segretario-generale', 'oiv'))).toBe('422 organisation/incompatible');
    const { position } = accepted(
      await says('segretario-generale', `${REPORT}/migration`, { reason: 'valuta l’OIV' }, 'segretario-generale'),
    );
    const auditor = await api.as('revisore');
    accepted(await auditor.get(`${REPORT}?minPosition=${String(position)}`));
    // an evaluation of a person is still its to judge
    expect(refused(await appoint('segretario-generale', 'nucleo'))).toBe('422 organisation/incompatible');
    const over = { reason: 'la valuta l’OIV' };
    const gone = accepted(await says('personale', `/api/v1/evaluations/2022-${opened.person}/withdrawal`, over));
    accepted(await auditor.get(`${REPORT}?minPosition=${String(gone['position'])}`));
    accepted(await appoint('segretario-generale', 'nucleo', [], '?dryRun=true'));
    expect(refused(await appoint('segretario-generale', 'oiv'))).toBe('422 organisation/incompatible');
  });
});
