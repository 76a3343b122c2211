import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

interface File {
  readonly version: number;
  readonly offices: readonly { readonly id: string }[];
  readonly evaluations: object;
}

const source = readFileSync('apps/api/workflows/comune.yaml', 'utf8');
/** The Nucleo gave way to an OIV. */
const ofOiv = (add = 1, conductors?: readonly object[]): string => {
  const file = parse(source.replaceAll('{ office: nucleo }', '{ office: oiv }')) as File;
  const former = file.offices.map((one) => (one.id === 'nucleo' ? { ...one, function: null } : one));
  const oiv = { id: 'oiv', function: 'evaluation-body', names: [] };
  const evaluations = { ...file.evaluations, ...(conductors && { conductors }) };
  return JSON.stringify({ ...file, version: file.version + add, offices: [...former, oiv], evaluations });
};

describe('an evaluation opened with a Nucleo that gave way to an OIV', () => {
  let api: TestApi;
  let one: string;
  let nucleo: string;
  let oiv: string;
  let idOf: (user: string) => string;
  let last = '0';
  const says = async (who: Person, path: string, body: object, office?: string) => {
    const headers = office === undefined ? [] : [{ 'traguardo-office': office }];
    const answer = await (await api.as(who)).command(path, body, ...headers);
    last = (answer.body as { readonly position?: string } | null)?.position ?? last;
    return answer;
  };
  const reads = async (who: Person, path: string) =>
    accepted(await (await api.as(who)).get(`${path}minPosition=${last}`));
  const waitsFor = async (who: Person) => {
    const { evaluations } = (await reads(who, '/api/v1/inbox?')) as {
      evaluations: { awaits: { action: string }[] }[];
    };
    return evaluations.flatMap(({ awaits }) => awaits.map(({ action }) => action));
  };
  const anew = () => ({ evaluator: { person: oiv, office: 'oiv' }, reason: 'Il Nucleo ha lasciato il posto all’OIV' });
  const names = (dry = '') => says('personale', `${one}/evaluator${dry}`, anew());

  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated' });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-06-15T08:00:00.000Z' }));
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    for (const person of ['nucleo', 'personale', 'revisore', 'vicesegretario'] as const) await api.as(person);
    const { accounts } = accepted(await api.operator.get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    idOf = (user) => String(accounts.find((account) => account.user === user)?.id);
    [nucleo, oiv] = [idOf('nucleo'), idOf('revisore')];
    const person = idOf('finanziaria');
    one = `/api/v1/evaluations/2022-${person}`;
    const opened = { planId: '2022', person, evaluator: { person: nucleo, office: 'nucleo' } };
    accepted(await says('personale', '/api/v1/evaluations', opened));
    accepted(await api.operator.command('/api/v1/workflows', { source: ofOiv() }));
    const act = { kind: 'DS', number: '7', date: '2022-06-01' };
    const tenure = { person: 'revisore', office: 'oiv', roles: ['nucleo'], from: '2022-06-15', to: null, act };
    accepted(await says('segretario-generale', '/api/v1/organisation/tenures', tenure));
  });
  afterAll(() => api.close());

  it('given a member of the Nucleo who can still judge, then it is theirs', async () => {
    expect(refused(await names())).toBe('409 evaluation/judge-still-in-office');
    expect(await reads('personale', `${one}?`)).toMatchObject({ terms: { evaluators: ['nucleo'] } });
  });

  it('given another member alone, then the refusal says whose it is, and when the OIV comes in its place', async () => {
    const other = { user: 'nucleo-2', email: 'nucleo-2@rocca.it', office: 'nucleo', roles: ['nucleo'] };
    const { id } = accepted(await api.operator.post('/api/v1/accounts', other));
    accepted(await api.operator.post(`/api/v1/accounts/${nucleo}/disabling`));
    const answer = await names();
    expect(refused(answer)).toBe('403 evaluation/not-foreseen');
    expect(answer.body).toMatchObject({
      detail: expect.stringMatching(/ad altri: .*Nucleo.*in vigore lo affida a .*oiv.*quando nessuno/i) as string,
    });
    accepted(await api.operator.post(`/api/v1/accounts/${String(id)}/disabling`));
  });

  it('given nobody left of it, then the OIV is offered, named, and judges; the proof finds nothing wrong', async () => {
    expect(await waitsFor('personale')).toEqual(['name-evaluator']);
    expect(await reads('personale', `${one}?`)).toMatchObject({ terms: { evaluators: ['oiv'] } });
    accepted(await names('?dryRun=true'));
    accepted(await names());
    const proposes = await says('revisore', `${one}/proposal`, { behaviours: '90' }, 'oiv');
    expect(refused(proposes)).toBe('409 evaluation/not-certified');
    const { checks, violations } = (await reads('revisore', '/api/v1/separation-checks?subject=evaluation&')) as {
      checks: { step: string }[];
      violations: number;
    };
    expect(checks.map(({ step }) => step)).toEqual(['evaluator-named', 'opened']);
    expect(violations).toBe(0);
  });

  it('given nobody left of those who conduct it, then those of the version in force see it and go on', async () => {
    accepted(await api.operator.command('/api/v1/workflows', { source: ofOiv(2, [{ office: 'vicesegretario' }]) }));
    const seen = async () =>
      ((await reads('vicesegretario', '/api/v1/evaluations?')) as { evaluations: object[] }).evaluations;
    const withdraws = () => says('vicesegretario', `${one}/withdrawal`, { reason: 'aperta per errore' });
    expect(await seen()).toEqual([]);
    expect(refused(await withdraws())).toBe('403 evaluation/not-foreseen');
    for (const user of ['segretario-generale', 'personale']) {
      accepted(await api.operator.post(`/api/v1/accounts/${idOf(user)}/disabling`));
    }
    expect(await seen()).toHaveLength(1);
    accepted(await withdraws());
  });
});
