import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idOfStream, streamPrefix } from '#domain';
import { openDatabase, type AuthTables } from '#postgres';
import { newKey, startTestApi, type TestApi } from '../support/api.js';
import { clientOf, type HttpAnswer } from '../support/client.js';
import { accepted, refused } from '../support/story.js';

const GOOD = 'una frase insolita';
const BETTER = 'tutt’altra frase insolita';

interface Made {
  readonly id: string;
  readonly link?: { readonly url: string; readonly expiresAt: string };
}

describe('accounts, links and passwords', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ url: 'https://traguardo.example' });
  });
  afterAll(() => api.close());

  const create = async (user: string, more: object = {}) =>
    accepted(
      await api.operator.post('/api/v1/accounts', { user, office: 'finanziaria', roles: ['responsabile'], ...more }),
    ) as object as Made;
  const signIn = (user: string, password: string) => api.anyone.post('/api/v1/sessions', { user, password });
  const use = (token: string, password: string, more: object = {}) =>
    api.anyone.post('/api/v1/password-links/use', { token, password, ...more });
  const read = (token: string) => api.anyone.post('/api/v1/password-links/reading', { token });
  const tokenIn = (url: string) => /^https:\/\/traguardo\.example\/#\/password\/([\w-]{43})$/.exec(url)?.[1] ?? '';
  const linkFor = async ({ id }: Made) => {
    const link = accepted(await api.operator.post(`/api/v1/accounts/${id}/password-link`));
    return tokenIn(String(link['url']));
  };
  const clientFrom = (answer: HttpAnswer) => clientOf(() => api.url, String(accepted(answer)['token']));

  describe('the first administrator', () => {
    it('given no administrator, then a link makes one, once, and only the newest link does', async () => {
      const make = () => api.operator.post('/api/v1/accounts/first-administrator-link');
      const older = tokenIn(String(accepted(await make())['url']));
      const newer = tokenIn(String(accepted(await make())['url']));
      expect(refused(await read(older))).toBe('410 password/link-not-valid');
      expect(accepted(await read(newer))).toMatchObject({ purpose: 'first-administrator', user: null, name: null });
      expect(refused(await use(newer, GOOD, { user: 'operatore' }))).toBe('409 account/exists');
      const answer = await use(newer, GOOD, { user: 'anna.bianchi', name: 'Anna Bianchi' });
      expect(accepted(answer)).toMatchObject({ user: { name: 'Anna Bianchi', roles: ['amministratore'] } });
      expect(refused(await use(newer, GOOD))).toBe('410 password/link-not-valid');
      expect(refused(await make())).toBe('409 account/administrator-exists');
    });

    it('given the last administrator, then it can neither be disabled nor lose the role', async () => {
      const { accounts } = accepted(await api.operator.get('/api/v1/accounts')) as { accounts: (Made & Listed)[] };
      const anna = accounts.find(({ user }) => user === 'anna.bianchi');
      expect(refused(await api.operator.post(`/api/v1/accounts/${anna?.id}/disabling`))).toBe(
        '409 account/last-administrator',
      );
      const changes = { name: null, email: null, office: 'x', roles: ['revisore'] };
      expect(refused(await api.operator.post(`/api/v1/accounts/${anna?.id}`, changes))).toBe(
        '409 account/last-administrator',
      );
      const operator = accounts.find(({ user }) => user === 'operatore');
      expect(refused(await api.operator.post(`/api/v1/accounts/${operator?.id}/disabling`))).toBe(
        '409 account/of-the-system',
      );
    });
  });

  it('given an account without a password, then its link invites: it is read, used once, and signs in', async () => {
    const made = await create('dora', { name: 'Dora Neri' });
    const token = tokenIn(made.link?.url ?? '');
    expect(refused(await signIn('dora', GOOD))).toBe('401 session/wrong-credentials');
    expect(accepted(await read(token))).toMatchObject({ purpose: 'invitation', user: 'dora', name: 'Dora Neri' });
    expect(refused(await use(token, 'breve'))).toBe('422 password/too-short');
    expect(accepted(await use(token, GOOD))).toMatchObject({ user: { user: 'dora' } });
    expect(refused(await use(token, BETTER))).toBe('410 password/link-not-valid');
    expect((await signIn('dora', GOOD)).status).toBe(201);
  });

  describe('asked for again because the answer was lost', () => {
    const again = (body: object, key: string) =>
      api.operator.post('/api/v1/accounts', body, { 'idempotency-key': key });
    const details = { office: 'finanziaria', roles: ['responsabile'] };

    it('given the same key, then it is the same account, with a link that works in place of the lost one', async () => {
      const key = newKey();
      const person = { user: 'quinto', ...details };
      const [first, second] = [await again(person, key), await again(person, key)].map(
        (answer) => accepted(answer) as object as Made,
      );
      expect(second).toMatchObject({ id: first?.id, user: 'quinto' });
      expect(refused(await read(tokenIn(first?.link?.url ?? '')))).toBe('410 password/link-not-valid');
      expect((await use(tokenIn(second?.link?.url ?? ''), GOOD)).status).toBe(201);
      const third = accepted(await again(person, key));
      expect(third).toMatchObject({ id: first?.id, hasPassword: true });
      expect(third).not.toHaveProperty('link');
    });

    it('given two at once with one key, then there is one account', async () => {
      const key = newKey();
      const person = { user: 'sesto', ...details, password: GOOD };
      const answers = await Promise.all([again(person, key), again(person, key), again(person, key)]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map((answer) => accepted(answer)['id'])).size).toBe(1);
    });

    it('given the same key for somebody else, then it is refused; a refusal leaves the key free', async () => {
      const key = newKey();
      expect(refused(await again({ user: 'settimo', ...details, password: 'corta' }, key))).toMatch(/^422 password/);
      accepted(await again({ user: 'settimo', ...details, password: GOOD }, key));
      for (const other of [
        { user: 'ottavo', ...details, password: GOOD },
        { user: 'settimo', ...details, password: BETTER },
      ])
        expect(refused(await again(other, key))).toBe('422 command/key-reused');
      expect(refused(await again({ user: 'settimo', ...details }, newKey()))).toBe('409 account/exists');
      expect(refused(await again({ user: 'nono', ...details }, 'uno'))).toBe('400 request/idempotency-key-malformed');
    });
  });

  it('given people who have not chosen a password yet, then they get new links, and the others are left alone', async () => {
    const waiting = await create('ulla');
    const chosen = await create('urbano', { password: GOOD });
    const gone = await create('ubaldo');
    await api.operator.post(`/api/v1/accounts/${gone.id}/disabling`);
    const accountIds = [waiting, chosen, gone].map(({ id }) => id);
    const renewed = accepted(await api.operator.post('/api/v1/accounts/invitation-links', { accountIds }));
    expect(renewed).toMatchObject({ invited: [{ id: waiting.id, user: 'ulla', link: { url: expect.any(String) } }] });
    const [{ link }] = (renewed as object as { invited: [Made] }).invited;
    expect(refused(await read(tokenIn(waiting.link?.url ?? '')))).toBe('410 password/link-not-valid');
    expect((await read(tokenIn(link?.url ?? ''))).status).toBe(200);
  });

  it('given a link used by two at once, then one chooses', async () => {
    const token = tokenIn((await create('elio')).link?.url ?? '');
    const answers = await Promise.all([use(token, GOOD), use(token, BETTER)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 410]));
  });

  it('given a reset that is asked for, then the answer tells nothing, and only who has an address gets a link', async () => {
    await create('fabio', { email: 'fabio@example.org', password: GOOD });
    await create('gina', { password: GOOD });
    const session = clientFrom(await signIn('fabio', GOOD));
    const ask = (user: string) => api.anyone.post('/api/v1/password-resets', { user });
    for (const user of ['fabio', 'gina', 'nessuno', 'fabio']) {
      expect(await ask(user)).toMatchObject({ status: 202, body: '' });
    }
    const [letter = '', ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatch(/^To: fabio@example\.org\r$/m);
    const token = /#\/password\/([\w-]{43})/.exec(letter)?.[1] ?? '';
    expect(accepted(await read(token))).toMatchObject({ purpose: 'reset', user: 'fabio' });
    expect((await use(token, BETTER)).status).toBe(201);
    expect((await session.get('/api/v1/me')).status).toBe(401);
    expect(refused(await signIn('fabio', GOOD))).toBe('401 session/wrong-credentials');
    expect((await signIn('fabio', BETTER)).status).toBe(201);
  });

  async function letters(): Promise<string[]> {
    const folder = join(api.data, 'mail');
    for (;;) {
      const names = listed(folder);
      if (names.length > 0) return names.map((name) => unfolded(readFileSync(join(folder, name), 'utf8')));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('given a change of password, then the others’ sessions end, the own goes on, and open links are over', async () => {
    const made = await create('ida', { password: GOOD });
    const [here, there] = [clientFrom(await signIn('ida', GOOD)), clientFrom(await signIn('ida', GOOD))];
    const token = await linkFor(made);
    const change = (current: string, password: string) => here.post('/api/v1/me/password', { current, password });
    expect(refused(await change('sbagliata', BETTER))).toBe('422 password/wrong-current');
    expect(refused(await change(GOOD, 'qwertyuiopasdfgh'))).toBe('422 password/common');
    expect((await change(GOOD, BETTER)).status).toBe(204);
    expect((await change(GOOD, BETTER)).status).toBe(204); // asked again because the answer was lost
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await there.get('/api/v1/me')).status).toBe(401);
    expect(refused(await read(token))).toBe('410 password/link-not-valid');
    expect((await signIn('ida', BETTER)).status).toBe(201);
  });

  it('given a refused password, then it is told what to do', async () => {
    const account = { user: 'lea', password: 'corta', office: 'x', roles: ['revisore'] };
    const answer = await api.operator.post('/api/v1/accounts', account, { 'accept-language': 'en' });
    expect(answer.body).toMatchObject({
      code: 'password/too-short',
      detail: expect.stringMatching(/^At least 15 characters/),
    });
  });

  it('given an account, then its details change, it is disabled with its sessions, and enabled again', async () => {
    const made = await create('mara', { password: GOOD });
    const client = clientFrom(await signIn('mara', GOOD));
    const changes = { name: 'Mara Conti', email: null, office: 'personale', roles: ['personale', 'revisore'] };
    expect(accepted(await api.operator.post(`/api/v1/accounts/${made.id}`, changes))).toMatchObject(changes);
    expect(accepted(await client.get('/api/v1/me'))).toMatchObject({ user: { office: 'personale' } });
    expect(accepted(await api.operator.post(`/api/v1/accounts/${made.id}/disabling`))).toMatchObject({
      disabledAt: expect.any(String),
      lastSignInAt: expect.any(String),
    });
    expect((await client.get('/api/v1/me')).status).toBe(401);
    expect(refused(await signIn('mara', GOOD))).toBe('403 session/account-disabled');
    expect(refused(await signIn('mara', 'una frase sbagliata'))).toBe('401 session/wrong-credentials');
    accepted(await api.operator.post(`/api/v1/accounts/${made.id}/enabling`));
    const again = clientFrom(await signIn('mara', GOOD));
    expect((await api.operator.remove(`/api/v1/accounts/${made.id}/sessions`)).status).toBe(204);
    expect((await again.get('/api/v1/me')).status).toBe(401);
  });

  it('given an address that was wrong, or an account that is disabled, then the link that went out is over', async () => {
    const details = { name: null, office: 'finanziaria', roles: ['responsabile'] };
    const wrong = await create('zeno', { email: 'altro@example.org' });
    await api.operator.post(`/api/v1/accounts/${wrong.id}`, { ...details, email: 'zeno@example.org' });
    const disabled = await create('zoe');
    await api.operator.post(`/api/v1/accounts/${disabled.id}/disabling`);
    await api.operator.post(`/api/v1/accounts/${disabled.id}/enabling`);
    const renamed = await create('zita', { email: 'zita@example.org' });
    await api.operator.post(`/api/v1/accounts/${renamed.id}`, { ...details, name: 'Zita', email: 'zita@example.org' });

    for (const { link } of [wrong, disabled])
      expect(refused(await read(tokenIn(link?.url ?? '')))).toBe('410 password/link-not-valid');
    expect((await read(tokenIn(renamed.link?.url ?? ''))).status).toBe(200);
  });

  it('given too many failures, then known and unknown names wait alike, also after a restart, until a link ends it', async () => {
    const made = await create('nina', { password: GOOD });
    for (const user of ['nina', 'ninetta']) {
      for (let n = 0; n < 3; n++)
        expect(refused(await signIn(user, 'sbagliata'))).toBe('401 session/wrong-credentials');
    }
    // as if there had been twenty: the waits of the first few are over in seconds
    const db = openDatabase<AuthTables>(api.databaseUrl);
    await db.updateTable('auth.failure').set({ count: 20, last_at: new Date() }).execute();
    await db.destroy();
    await api.restart();
    const waiting = await Promise.all([signIn('nina', GOOD), signIn('ninetta', GOOD)]);
    expect(waiting.map(refused)).toEqual(['429 session/too-many-attempts', '429 session/too-many-attempts']);
    for (const { headers } of waiting) expect(Number(headers.get('retry-after'))).toBeGreaterThan(600);
    expect((await use(await linkFor(made), BETTER)).status).toBe(201);
    expect((await signIn('nina', BETTER)).status).toBe(201);
  });

  it('given what befell an account, then the audit trail tells it, with ids alone', async () => {
    const made = await create('olga', { name: 'Olga Verdi', email: 'olga.verdi@example.org', password: GOOD });
    await signIn('olga', 'sbagliata-olga');
    await signIn('olga', 'sbagliata-olga');
    const client = clientFrom(await signIn('olga', GOOD));
    for (let n = 0; n < 5; n++) {
      expect(refused(await client.get('/api/v1/accounts'))).toBe('403 permission/denied');
    }
    await client.post('/api/v1/me/password', { current: GOOD, password: BETTER });
    await client.remove('/api/v1/sessions/current');
    await api.operator.post(`/api/v1/accounts/${made.id}/disabling`);
    const events = await told(made.id, 7);
    expect(events.map(({ type, data }) => [type.slice(8, -3), data])).toEqual([
      ['created', { office: 'finanziaria', roles: ['responsabile'] }],
      ['sign-in-refused', { reason: 'wrong-password', count: 1 }],
      ['signed-in', { by: 'password' }],
      ['action-refused', { action: 'account.read', count: 1 }],
      ['password-changed', { by: 'current-password' }],
      ['signed-out', { sessions: 'current' }],
      ['disabled', {}],
    ]);
    expect(events[2]?.actor).toEqual({ id: made.id, office: 'finanziaria' });
    expect(JSON.stringify(events)).not.toMatch(/olga|verdi|example\.org|127\.0\.0\.1/i);
  });

  it('given a name that nobody has, then its refusal is noted without it', async () => {
    await signIn('la-mia-password-per-sbaglio', 'x');
    const events = await told('unknown', 1);
    expect(events[0]).toMatchObject({
      type: 'account.sign-in-refused.v1',
      data: { reason: 'unknown-user' },
      actor: { id: 'unknown' },
    });
    expect(JSON.stringify(events)).not.toContain('la-mia-password');
  });

  /** The events of an account, as the audit trail has them, once there are so many; oldest first. */
  async function told(account: string, count: number): Promise<readonly Entry[]> {
    for (;;) {
      const page = accepted(await api.operator.get('/api/v1/audit-trail?limit=500')) as { events: Entry[] };
      const own = page.events.filter(({ stream }) => stream === `${streamPrefix('account', 'prova')}${account}`);
      if (own.length >= count) return own.toReversed();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('given the streams of accounts, then each has a chain of hashes', async () => {
    const events = await told('unknown', 1);
    expect(events.map(({ stream }) => idOfStream(stream))).toContain('unknown');
    expect(events[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('limits of requests', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ limits: { strict: 5, stranger: 5, session: 5 } });
  });
  afterAll(() => api.close());

  it('given one address that tries too often, then it is told when to come back; what needs no guessing goes on', async () => {
    const signIn = (n: number) => api.anyone.post('/api/v1/sessions', { user: `nessuno-${n}`, password: 'x' });
    for (let n = 0; n < 5; n++) expect((await signIn(n)).status).toBe(401);
    const answer = await signIn(6);
    expect(refused(answer)).toBe('429 session/too-many-requests');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused(await api.anyone.post('/api/v1/password-resets', { user: 'x' }))).toBe(
      '429 session/too-many-requests',
    );
    expect((await api.anyone.get('/health/live')).status).toBe(200);
  });

  it('given requests without a good session, then one address has so many', async () => {
    for (let n = 0; n < 5; n++) expect((await api.anyone.get('/api/v1/me')).status).toBe(401);
    expect(refused(await api.anyone.get('/api/v1/me'))).toBe('429 session/too-many-requests');
    expect((await api.operator.get('/api/v1/me')).status).toBe(200);
  });
});

interface Listed {
  readonly user: string;
}

interface Entry {
  readonly stream: string;
  readonly type: string;
  readonly data: object;
  readonly actor: { readonly id: string; readonly office: string };
  readonly hash: string | null;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch {
    return []; // before the first letter
  }
}

/** Quoted-printable, read back as far as a link needs it. */
function unfolded(eml: string): string {
  return eml.replaceAll('=\r\n', '').replaceAll('=3D', '=');
}
