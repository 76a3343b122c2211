import { startTestApi, type TestApi } from '../support/api.js';
import { clientOf } from '../support/client.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenInForce, refused } from '../support/story.js';

interface Told {
  readonly id: string;
  readonly topics: readonly string[];
}

/** Reads server-sent events until the server ends them. */
async function* eventsOf(response: Response): AsyncGenerator<Told> {
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks.filter((each) => each.includes('event: changed'))) {
      const [, id = ''] = /^id: (\d+)$/m.exec(block) ?? [];
      const [, data = ''] = /^data: (.*)$/m.exec(block) ?? [];
      const { position, topics } = JSON.parse(data) as { position: string; topics: string[] };
      expect(position).toBe(id);
      yield { id, topics };
    }
  }
}

describe('following the changes', () => {
  let api: TestApi;
  const leave = new AbortController();
  beforeAll(async () => {
    api = await startTestApi();
    await givenInForce(api);
  });
  afterAll(async () => {
    leave.abort();
    await api.close();
  });

  const connect = async (token: string | undefined, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/api/v1/changes`, {
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
      signal: leave.signal,
    });
  const follow = async (person: Person, headers: Record<string, string> = {}) => {
    const response = await connect((await api.as(person)).token, headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(response.headers.get('content-encoding')).toBeNull();
    return eventsOf(response);
  };
  const assign = async (office: string) => {
    const segretario = await api.as('segretario-generale');
    return accepted(await segretario.command(`${FINANZIARIA}/assignment`, { office }));
  };
  /** Reads on until a change of the objective; at the position of a command or later, the tables may be behind. */
  const until = async (events: AsyncGenerator<Told>, position: unknown): Promise<Told> => {
    const topic = 'objective:2022-1.1.1';
    for (;;) {
      const { value, done } = await events.next();
      if (done === true) throw new Error(`No change of ${topic} was told.`);
      if (value.topics.includes(topic) && BigInt(value.id) >= BigInt(String(position))) return value;
    }
  };

  /** Everything that is still told, until the page is let go. */
  const rest = async (events: AsyncGenerator<Told>): Promise<readonly Told[]> => {
    const told: Told[] = [];
    for await (const each of events) told.push(each);
    return told;
  };

  it('given a page that listens, when an objective changes, then it is told, and finds the change there', async () => {
    const events = await follow('revisore');
    const { position } = await assign('finanziaria');
    const told = await until(events, position);
    expect(told.topics).toEqual(expect.arrayContaining(['due', 'inbox']));
    const objective = accepted(await (await api.as('revisore')).get('/api/v1/objectives/2022-1.1.1'));
    expect(objective['shares']).toMatchObject([{ office: 'finanziaria' }, {}]);
    await events.return(undefined);
  });

  it('given a page that was away, when it comes back, then it is told what it missed', async () => {
    const events = await follow('revisore');
    const { position: before } = await assign('polizia-locale');
    const { id } = await until(events, before);
    await events.return(undefined);
    const { position } = await assign('finanziaria');
    const again = await follow('revisore', { 'last-event-id': id });
    await until(again, position);
    const lost = await follow('revisore', { 'last-event-id': '99999999999' });
    expect(await lost.next()).toMatchObject({ value: { topics: ['all'] } });
  });

  it('given a session that is closed, when something changes, then its page is let go and told nothing', async () => {
    const account = { user: 'di-passaggio', password: 'una frase lunga', office: 'altro', roles: ['revisore'] };
    accepted(await api.operator.post('/api/v1/accounts', account));
    const { user, password } = account;
    const session = accepted(await api.anyone.post('/api/v1/sessions', { user, password }));
    const token = String(session['token']);
    const events = eventsOf(await connect(token));
    accepted(await clientOf(() => api.url, token).remove('/api/v1/sessions/current'));
    const { position } = await assign('polizia-locale');
    for (const { id, topics } of await rest(events)) {
      // what had happened before, such as the sign-in itself
      expect(BigInt(id)).toBeLessThan(BigInt(String(position)));
      expect(topics).toEqual(['account']);
    }
  });

  it('given nobody signed in, then nothing is told', async () => {
    expect((await connect(undefined)).status).toBe(401);
  });

  it('given an account with many pages, then one more is refused', async () => {
    const { token } = await api.as('nucleo');
    const pages = await Promise.all(Array.from({ length: 20 }, () => connect(token)));
    expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const answer = await (await api.as('nucleo')).get('/api/v1/changes');
    expect(refused(answer)).toBe('503 changes/too-many-listeners');
  });

  it('given pages that listen, when the API stops, then it does not wait for them', async () => {
    const events = await follow('giunta');
    await expect(api.restart()).resolves.toBeUndefined(); // waiting would never end
    await rest(events);
  });
});
