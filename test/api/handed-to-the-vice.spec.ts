import type { TestApi } from '../support/api.js';
import { standard, startWithOtherOffices } from '../support/other-offices.js';
import { accepted, givenAcknowledged, refused, SEGRETARIO } from '../support/story.js';

const report = { measurements: [], selfDegree: '100', note: 'fatto', evidence: [] };

/** Of the usual ones: the Giunta says which office has a share, and the Segretario for others. */
const transitions = standard.objective.transitions.map((one) =>
  one.verb === 'assign' ? { ...one, who: [...one.who, { office: 'giunta' }] } : one,
);
const body = { ...standard, objective: { ...standard.objective, transitions } };

describe('the Segretario’s share in the hands of who verifies it in the Segretario’s place', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startWithOtherOffices(body, '2022-05-20T08:00:00.000Z');
    await givenAcknowledged(api, SEGRETARIO, 'segretario-generale');
    await api.as('vicesegretario'); // from now on there is one
  });
  afterAll(() => api.close());

  it('given it is handed over, then it is refused until whoever does it says that they know', async () => {
    const giunta = await api.as('giunta');
    const toVice = { office: 'vicesegretario' };
    const answer = await giunta.command(`${SEGRETARIO}/assignment`, toVice);
    expect(refused(answer)).toBe('409 objective/nobody-left');
    expect(answer.body).toMatchObject({ facts: { step: 'verifica', office: 'vicesegretario' } });
    expect(refused(await giunta.post(`${SEGRETARIO}/assignment?dryRun=true`, toVice))).toBe(
      '409 objective/nobody-left',
    );
    const warnings = [{ code: 'objective/nobody-left', facts: { step: 'verifica', office: 'vicesegretario' } }];
    const knowing = { ...toVice, knowingly: true };
    const asked = accepted(await giunta.post(`${SEGRETARIO}/assignment?dryRun=true`, knowing));
    expect(asked).toMatchObject({ dryRun: true, warnings });
    expect(accepted(await giunta.command(`${SEGRETARIO}/assignment`, knowing))).toMatchObject({ warnings });
    const vice = await api.as('vicesegretario');
    const { position } = accepted(await vice.command(`${SEGRETARIO}/acknowledgement`, {}));
    const objective = `/api/v1/objectives/2022-1.1.2?minPosition=${String(position)}`;
    // for as long as it is so, to whoever looks
    expect(accepted(await vice.get(objective))).toMatchObject({ warnings });
  });

  it('given nobody may verify it, then its report is refused, and told who stands in and may not either', async () => {
    const vice = await api.as('vicesegretario');
    const answer = await vice.post(`${SEGRETARIO}/rendicontazione?dryRun=true`, report);
    expect(refused(answer)).toBe('409 approval/no-substitute');
    expect(answer.body).toMatchObject({ facts: { office: 'segretario-generale', instead: 'vicesegretario' } });
  });
});
