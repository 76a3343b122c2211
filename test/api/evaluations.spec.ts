import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenInForce, refused } from '../support/story.js';

/** The body's own rules: the town's, with terms for evaluations. */
function workflowWithEvaluations(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'traguardo-evaluations-')), 'workflow.yaml');
  const town = readFileSync('apps/api/workflows/comune.yaml', 'utf8');
  const terms = `evaluations:
  results: 60
  hearingBelow: 60
  observations: { workingDays: 10 }
  conciliation: { workingDays: 10 }
`;
  writeFileSync(file, town.replace('\nchains:\n', `\n${terms}\nchains:\n`));
  return file;
}

const EVALUATIONS = '/api/v1/evaluations';

describe('evaluations of persons over HTTP', () => {
  let api: TestApi;
  let evaluator: object;
  let person: string;
  beforeAll(async () => {
    api = await startTestApi({ clock: 'simulated', workflow: workflowWithEvaluations() });
    accepted(await api.operator.command('/api/v1/clock', { now: '2022-05-20T08:00:00.000Z' }));
    await givenInForce(api);
    for (const one of ['finanziaria', 'nucleo', 'polizia-locale', 'giunta', 'personale'] as const) await api.as(one);
    const { accounts } = accepted(await (await api.as('amministratrice')).get('/api/v1/accounts')) as {
      accounts: { id: string; user: string }[];
    };
    const idOf = (user: string) => String(accounts.find((account) => account.user === user)?.id);
    person = idOf('finanziaria');
    evaluator = { person: idOf('nucleo'), office: 'nucleo' };
  }, 60_000);
  afterAll(() => api.close());

  it('given somebody who would evaluate themselves, then it is refused; by another, it opens', async () => {
    const segretario = await api.as('segretario-generale');
    const self = { planId: '2022', person, evaluator: { person, office: 'finanziaria' } };
    expect(refused(await segretario.command(EVALUATIONS, self))).toBe('403 evaluation/own');
    const opened = accepted(await segretario.command(EVALUATIONS, { planId: '2022', person, evaluator }));
    expect(opened).toMatchObject({ evaluationId: `2022-${person}` });
  });

  it('given degrees that nobody has certified, then nothing is proposed; nor by anybody but the evaluator', async () => {
    const proposal = `${EVALUATIONS}/2022-${person}/proposal`;
    const says = async (who: 'nucleo' | 'finanziaria') =>
      refused(await (await api.as(who)).command(proposal, { behaviours: '80' }));
    expect(await says('nucleo')).toBe('409 evaluation/not-certified');
    expect(await says('finanziaria')).toBe('403 evaluation/not-evaluator');
  });

  it('then the person, the evaluator and the Segretario see it, and for anybody else there is none', async () => {
    for (const who of ['finanziaria', 'nucleo', 'segretario-generale'] as const) {
      const body = accepted(await (await api.as(who)).get(`${EVALUATIONS}?planId=2022`));
      expect(body).toMatchObject({ evaluations: [{ person, status: 'to-evaluate', offices: ['finanziaria'] }] });
    }
    for (const who of ['polizia-locale', 'giunta', 'personale'] as const) {
      const other = await api.as(who);
      expect(accepted(await other.get(EVALUATIONS))).toEqual({ evaluations: [] });
      expect(refused(await other.get(`${EVALUATIONS}/2022-${person}`))).toBe('404 evaluation/not-opened');
    }
    expect(refused(await (await api.as('revisore')).get(EVALUATIONS))).toBe('403 permission/denied');
  });

  it('then the audit trail, the approvals and the inbox say nothing of it', async () => {
    const revisore = await api.as('revisore');
    expect(JSON.stringify(accepted(await revisore.get('/api/v1/audit-trail?limit=500')))).not.toContain(
      'evaluation-prova',
    );
    const giunta = await api.as('giunta');
    for (const path of ['/api/v1/approvals', '/api/v1/inbox']) {
      expect(JSON.stringify(accepted(await giunta.get(path)))).not.toContain(person);
    }
  });
});
