import { startTestApi, type TestApi } from '../support/api.js';
import type { Client, HttpAnswer } from '../support/client.js';
import { accepted, FINANZIARIA, givenInForce, POLIZIA } from '../support/story.js';

const ACT = { kind: 'DGC', number: '60', date: '2022-06-10' };
const PATH = '/api/v1/acts/2022-dgc-60';

describe('the date of an act by which something was done', () => {
  let api: TestApi;
  let segretario: Client;
  let position = '0';
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
    segretario = await api.as('segretario-generale');
    const office = await api.as('finanziaria');
    did(await segretario.command(`${FINANZIARIA}/assignment?occurredOn=2022-01-12`, { office: 'finanziaria' }));
    did(await office.command(`${FINANZIARIA}/acknowledgement?occurredOn=2022-02-01`));
    did(await office.command(`${FINANZIARIA}/progress`, { value: '10', note: '', occurredOn: '2022-05-01' }));
    did(await segretario.command('/api/v1/acts', { act: ACT, organ: 'Giunta comunale', title: 'Sospensione' }));
    const rest = { reason: 'sede inagibile', from: '2022-06-10', until: '2022-07-10', act: ACT };
    did(await segretario.command(`${FINANZIARIA}/suspension`, rest));
  });
  afterAll(() => api.close());

  const did = (answer: HttpAnswer) => {
    const told = accepted(answer);
    if (typeof told['position'] === 'string') position = told['position']; // a dry run has none
    return told;
  };
  const correction = (date: string) => ({
    date,
    organ: 'Giunta comunale',
    title: 'Sospensione',
    reason: 'data sbagliata',
  });
  const correct = async (date: string, query = '') =>
    did(await segretario.command(`${PATH}/correction${query}`, correction(date)));
  const page = async () => accepted(await segretario.get(`${PATH}?minPosition=${position}`));

  const suspended = {
    kind: 'objective',
    id: '2022-1.1.1',
    shareId: '1.1.1-finanziaria',
    type: 'objective.suspended.v1',
    on: '2022-06-10',
    cited: '2022-06-10',
  };
  const afterAcknowledgement = {
    ...suspended,
    after: { type: 'objective.acknowledged.v1', on: '2022-02-01', data: { shareId: '1.1.1-finanziaria' } },
  };

  it('given a day between what it decides and what was done by it, when asked what a correction would do, then nothing is at odds', async () => {
    await page(); // has seen what was said last
    for (const date of ['2022-06-10', '2022-05-20', '2022-04-01', '2022-02-01']) {
      expect(await correct(date, '?dryRun=true')).toMatchObject({ dryRun: true, contradictions: [] });
    }
  });

  it('given a later day, then what was done by it was done before it', async () => {
    await page(); // has seen what was said last
    expect(await correct('2022-06-20', '?dryRun=true')).toMatchObject({
      events: [{ type: 'act.corrected.v1' }],
      contradictions: [{ ...suspended, after: null }],
    });
  });

  it('given a day of before what it decides, then it is corrected, and its answer and page tell which fact of which day', async () => {
    await page(); // has seen what was said last
    expect(await correct('2022-01-20', '?dryRun=true')).toMatchObject({ contradictions: [afterAcknowledgement] });
    expect(await page()).toMatchObject({ act: ACT, contradictions: [] });
    expect(await correct('2022-01-20')).toMatchObject({ contradictions: [afterAcknowledgement] });
    expect(await page()).toMatchObject({
      act: { ...ACT, date: '2022-01-20' },
      citedIn: [{ type: 'objective.suspended.v1', act: ACT }],
      datedOtherwise: ['2022-06-10'],
      contradictions: [afterAcknowledgement],
    });
  });

  it('given its date again, then nothing is at odds any more', async () => {
    expect(await correct('2022-06-10')).toMatchObject({ contradictions: [] });
    expect(await page()).toMatchObject({ contradictions: [], datedOtherwise: [] });
  });

  it('given many commands at once, only asked, then each is told what would be at odds', async () => {
    const items = ['2022-06-20', '2022-06-01'].map((date) => ({
      route: 'correctAct',
      params: { actId: '2022-dgc-60' },
      body: correction(date),
    }));
    const { results } = accepted(await segretario.command('/api/v1/bulk?dryRun=true', { items }));
    expect(results).toMatchObject([{ body: { contradictions: [suspended] } }, { body: { contradictions: [] } }]);
  });

  it('given a removal, and a day of before the opinion that it names, then the opinion is told as what came after the act', async () => {
    const act = { kind: 'DGC', number: '61', date: '2022-06-15' };
    const opinion = {
      favourable: true,
      note: 'condiviso',
      on: '2022-06-13',
      document: { kind: 'verbale', number: '4', date: '2022-06-13' },
    };
    const removal = { cause: 'third-party', note: 'la Regione non decide', act, opinion, weight: 'redistribute' };
    did(await (await api.as('giunta')).command(`${POLIZIA}/removal`, removal));
    did(await segretario.command('/api/v1/acts', { act, organ: 'Giunta comunale', title: 'Stralcio' }));
    const path = '/api/v1/acts/2022-dgc-61';
    accepted(await segretario.get(`${path}?minPosition=${position}`)); // has seen what was said last
    const asked = async (date: string) =>
      did(await segretario.command(`${path}/correction?dryRun=true`, correction(date)));
    for (const date of ['2022-06-14', '2022-06-13']) expect(await asked(date)).toMatchObject({ contradictions: [] });
    expect((await asked('2022-06-12'))['contradictions']).toEqual([
      expect.objectContaining({
        type: 'objective.removed.v1',
        cited: '2022-06-15',
        after: { type: 'opinion', on: '2022-06-13', data: opinion },
      }),
    ]);
  });
});
