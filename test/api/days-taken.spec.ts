import type { TestApi } from '../support/api.js';
import { otherOffices, startWithOtherOffices } from '../support/other-offices.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, refused } from '../support/story.js';

describe('a hand-over that takes days from whoever has the share', () => {
  let api: TestApi;
  const assignment = `${FINANZIARIA}/assignment`;
  const send = async (who: Person, path: string, body: object = {}) => (await api.as(who)).command(path, body);
  beforeAll(async () => {
    api = await startWithOtherOffices(otherOffices);
    accepted(await send('segretario-generale', assignment, { office: 'finanziaria', from: '2022-01-01' }));
  });
  afterAll(() => api.close());

  it('given no reason, then it is refused with whose days they are; with one, dry run and answer warn, and the share tells it', async () => {
    const segretario = await api.as('segretario-generale');
    const moved = { office: 'polizia-locale', from: '2022-02-01', knowingly: true };
    expect(refused(await segretario.post(`${assignment}?dryRun=true`, moved))).toBe(
      '422 objective/days-without-reason',
    );
    const why = { ...moved, reason: 'Passata a febbraio, registrata oggi' };
    const facts = { former: 'finanziaria', later: 'polizia-locale', from: '2022-02-01' };
    const told = { code: 'objective/days-taken', facts };
    const dry = accepted(await segretario.post(`${assignment}?dryRun=true`, why));
    expect(dry['warnings']).toMatchObject([told]);
    expect(dry).toMatchObject({ events: [{ data: { reason: why.reason, taken: { office: 'finanziaria' } } }] });
    const done = accepted(await segretario.command(assignment, why));
    expect(done['warnings']).toMatchObject([told]);
    const objective = `${FINANZIARIA.split('/shares/')[0]}?minPosition=${String(done['position'])}`;
    const { shares } = accepted(await segretario.get(objective)) as {
      readonly shares: readonly { readonly moves: { readonly taken?: readonly object[] } }[];
    };
    expect(shares.flatMap(({ moves }) => moves.taken ?? [])).toMatchObject([
      { office: 'finanziaria', to: 'polizia-locale', from: '2022-02-01' },
    ]);
  });

  it('given what the office did since, then a reason does not do, and the refusal says from when it may go', async () => {
    accepted(await send('polizia-locale', `${FINANZIARIA}/acknowledgement`));
    const back = { office: 'finanziaria', from: '2022-02-01', reason: 'errore', knowingly: true };
    expect(refused(await send('segretario-generale', assignment, back))).toBe('422 objective/worked-since');
    const act = { kind: 'decreto', number: '7', date: '2022-02-01' };
    accepted(await send('segretario-generale', assignment, { ...back, act }));
  });
});
