import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, romeDayOf } from '#domain';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { otherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, refused } from '../support/story.js';
import { writtenPlan as text } from '../support/written-plan.js';

const label = (name: string) => ({ it: name, en: name });
/** A body whose plan is heard by the Nucleo before the Giunta approves it. */
const inSteps = {
  ...otherOffices,
  id: 'piano-in-passi',
  chains: {
    ...otherOffices.chains,
    plan: {
      steps: [
        { id: 'parere', name: label('Parere'), who: [{ office: 'nucleo' }], outcomes: ['approve', 'return'] },
        {
          id: 'delibera',
          name: label('Delibera'),
          who: [{ office: 'giunta' }],
          outcomes: ['approve', 'return'],
          act: { kinds: ['DGC'] },
        },
      ],
    },
  },
};
const today = romeDayOf(new Date().toISOString());
const daysAgo = (days: number) => addDays(today, -days);
const act = { kind: 'DGC', number: '10', date: daysAgo(10) };
const PLAN = '/api/v1/approvals/plan~2022~plan';

describe('a plan that was proposed, heard and approved, and typed in without its days', () => {
  let api: TestApi;
  let position = '0';

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'traguardo-days-'));
    const workflow = join(folder, 'piano-in-passi.json');
    writeFileSync(workflow, JSON.stringify(inSteps));
    api = await startTestApi({ workflow });
    rmSync(folder, { recursive: true });
    accepted(await api.operator.command('/api/v1/plans', { text, acceptProposals: true }));
    accepted(await says('segretario-generale', '/api/v1/plans/2022/proposal', {}));
    accepted(await says('nucleo', `${PLAN}/outcomes`, { step: 'parere', outcome: 'approve' }));
  });
  afterAll(() => api.close());

  const says = async (who: Person, path: string, body: object, headers: Record<string, string> = {}) =>
    (await api.as(who)).command(path, body, headers);
  const did = (answer: Parameters<typeof accepted>[0]) => {
    position = String(accepted(answer)['position']);
  };
  const deliberates = (query = '') =>
    says('giunta', `${PLAN}/outcomes${query}`, { step: 'delibera', outcome: 'approve', act });
  const corrects = (who: Person, body: object, query = '', headers = {}) =>
    says(who, `${PLAN}/day${query}`, { reason: 'registrato tardi', ...body }, headers);

  it('given the act that really approved it, then the refusal names the way back, and who could', async () => {
    const answer = await deliberates('?dryRun=true');
    expect(refused(answer)).toBe('422 approval/act-before-step');
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining('chi lo ha registrato o il Segretario lo corregge («Correggi un giorno»'),
    });
    const others = await corrects('giunta', { day: daysAgo(12) });
    expect(refused(others)).toBe('403 approval/not-yours-to-correct');
    expect(refused(await corrects('segretario-generale', { step: 'delibera', day: daysAgo(12) }))).toBe(
      '409 approval/no-such-day',
    );
    expect(refused(await corrects('segretario-generale', { step: 'parere', account: 'nessuno', day: today }))).toBe(
      '422 organisation/unknown-person',
    );
  });

  it('given the day of each, when it is corrected in their order, then the act of then approves it', async () => {
    expect(refused(await corrects('nucleo', { step: 'parere', day: daysAgo(11) }))).toBe('422 value/before-its-fact');
    expect(await corrects('segretario-generale', { day: daysAgo(12) }, '?dryRun=true')).toMatchObject({
      status: 200,
      body: { events: [{ type: 'plan.approval-day-corrected.v1', data: { from: today, to: daysAgo(12) } }] },
    });
    const key = newKey();
    const first = await corrects('segretario-generale', { day: daysAgo(12) }, '', key);
    const again = await corrects('segretario-generale', { day: daysAgo(12) }, '', key);
    expect(accepted(again)['position']).toBe(accepted(first)['position']);
    did(await corrects('nucleo', { step: 'parere', day: daysAgo(11) }));
    const shown = accepted(await (await api.as('revisore')).get(`${PLAN}?minPosition=${position}`));
    expect(shown).toMatchObject({
      setOut: { on: daysAgo(12), at: expect.any(String) },
      agreed: { parere: [{ on: daysAgo(11), at: expect.any(String) }] },
    });
    expect(refused(await corrects('segretario-generale', { day: daysAgo(10) }))).toBe('422 approval/day-after-next');
    did(await deliberates());
    expect(refused(await corrects('segretario-generale', { day: daysAgo(13) }))).toBe('409 approval/not-open');
  });

  it('given the audit trail, then it tells what was told before, what was told then, and why', async () => {
    const path = `/api/v1/audit-trail?type=plan.approval-day-corrected.v1&minPosition=${position}`;
    const { events } = accepted(await (await api.as('revisore')).get(path)) as { events: readonly object[] };
    const told = (days: object) => expect.objectContaining({ data: expect.objectContaining(days) });
    const why = { from: today, reason: 'registrato tardi' };
    expect(events).toContainEqual(told({ ...why, vote: null, to: daysAgo(12) }));
    expect(events).toContainEqual(told({ ...why, step: 'parere', to: daysAgo(11) }));
  });
});
