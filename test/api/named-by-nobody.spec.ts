import type { TestApi } from '../support/api.js';
import { naming, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, refused } from '../support/story.js';

/** Who assigns is left to whoever has the permission. */
const byPermission = naming('assign', []);

describe('a transition for which the version of the objective names nobody', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startWithOtherOffices(byPermission);
    const later = { ...naming('assign', ['revisore']), version: byPermission.version + 1 };
    accepted(await api.operator.command('/api/v1/workflows', { source: JSON.stringify(later) }));
  });
  afterAll(() => api.close());

  const assigned = async (who: Person) =>
    (await api.as(who)).post(`${FINANZIARIA}/assignment?dryRun=true`, { office: 'polizia-locale', knowingly: true });

  it('given an office that another version names, then it is nobody here, and who could is told by this one', async () => {
    const denied = await assigned('revisore');
    expect(refused(denied)).toBe('403 permission/denied');
    expect(denied.body).toMatchObject({ whoCould: { offices: ['segretario-generale'] } });
  });

  it('given a role that has the permission, then it may', async () => {
    expect(accepted(await assigned('segretario-generale'))).toMatchObject({
      events: [{ type: 'objective.assigned.v1' }],
    });
  });
});
