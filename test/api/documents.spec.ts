import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestApi, type TestApi } from '../support/api.js';
import type { Person } from '../support/people.js';
import { accepted, FINANZIARIA, givenAcknowledged, givenInForce, refused } from '../support/story.js';

const PDF = Buffer.from('%PDF-1.7\nverbale\n');
const sha256 = createHash('sha256').update(PDF).digest('hex');

describe('documents over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  const upload = async (
    name: string,
    content: string | Buffer | ReadableStream,
    person: Person = 'finanziaria',
    type = 'application/json',
  ) => {
    const { token } = await api.as(person);
    const response = await fetch(`${api.url}/api/v1/documents?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(token)}`, 'content-type': type },
      body: content,
      duplex: 'half',
    } as RequestInit);
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  const path = (hash = sha256) => join(api.data, 'evidence', hash.slice(0, 2), hash.slice(2));

  it('given a file, when it is added, then it is kept by its content, whatever type was claimed for it', async () => {
    const evidence = { name: 'verbale.pdf', sha256, mediaType: 'application/pdf', size: PDF.length };
    for (const type of ['application/json', 'text/html', 'multipart/form-data', 'nonsense'])
      expect(await upload('C:\\tmp\\verbale.pdf', PDF, 'finanziaria', type)).toMatchObject({
        status: 201,
        body: evidence,
      });
    expect(readFileSync(path())).toEqual(PDF);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(api.data, 'evidence', 'incoming'))).toEqual([]);
  });

  it('given a content that is there, when it comes again, then its file is not written again', async () => {
    const before = statSync(path());
    await upload('altro nome.pdf', PDF);
    expect(statSync(path())).toMatchObject({ ino: before.ino, ctimeMs: expect.any(Number) });
  });

  it('given a document, when it is read, then it is a download that cannot run', async () => {
    const { headers, status } = await (
      await api.as('revisore')
    ).get(`/api/v1/documents/${sha256}?name=${encodeURIComponent('perché "sì"/\u202everbale.pdf')}`);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-disposition': `attachment; filename="verbale.pdf"; filename*=UTF-8''verbale.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${sha256}"`,
    });
  });

  it('given a name beyond ASCII, then every browser is told it', async () => {
    const { headers } = await (
      await api.as('revisore')
    ).get(`/api/v1/documents/${sha256}?name=${encodeURIComponent("così (l'ultimo).pdf")}`);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="cos_ (l'ultimo).pdf"; filename*=UTF-8''cos%C3%AC%20%28l%27ultimo%29.pdf`,
    );
  });

  it('given whoever has it already, then it is not sent again', async () => {
    const client = await api.as('revisore');
    const address = `/api/v1/documents/${sha256}`;
    expect((await client.get(address, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
  });

  it('given a content nobody added, then it is 404', async () => {
    const answer = await (await api.as('revisore')).get(`/api/v1/documents/${'0'.repeat(64)}`);
    expect(refused(answer)).toBe('404 document/not-found');
  });

  it.each<[string, string, string | Buffer, string]>([
    ['nothing', 'vuoto.pdf', '', '422 document/empty'],
    ['more than the limit', 'grande.pdf', Buffer.concat([PDF, Buffer.alloc(1024 * 1024)]), '413 document/too-large'],
    ['a page named PDF', 'pagina.pdf', '<html><script>', '415 document/active-content'],
    ['a PDF named as a program', 'verbale.exe', PDF, '415 document/name-differs'],
    ['a script as text', 'avvio.bat', 'echo ciao', '415 document/name-differs'],
    ['nonsense', 'dati.pdf', Buffer.from([7, 0, 7]), '415 document/type-refused'],
  ])('given %s, then it is refused and nothing is left', async (_, name, content, code) => {
    const answer = await upload(name, content);
    expect(refused(answer)).toBe(code);
    expect(JSON.stringify(answer.body)).toContain(name);
    expect(readdirSync(join(api.data, 'evidence', 'incoming'))).toEqual([]);
  });

  it('given more uploads than fit, then the last is told to wait, and the others end', async () => {
    const end = new AbortController();
    const slow = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(PDF);
          end.signal.addEventListener('abort', () => controller.close());
        },
      });
    const begun = Array.from({ length: 8 }, () => upload('lento.pdf', slow()));
    const incoming = join(api.data, 'evidence', 'incoming');
    while (readdirSync(incoming).length < 8) await new Promise((resolve) => setImmediate(resolve));
    expect(refused(await upload('uno di troppo.pdf', PDF))).toBe('503 document/too-many-uploads');
    end.abort();
    expect((await Promise.all(begun)).map(({ status }) => status)).toEqual(Array(8).fill(201));
  });

  it('given an upload that was cut off when the API fell, then the next start sweeps it away', async () => {
    const left = join(api.data, 'evidence', 'incoming', 'resto');
    writeFileSync(left, 'metà');
    await api.restart();
    expect(existsSync(left)).toBe(false);
  });

  it('given one byte that changed on the disk, then nobody gets other bytes than the hash says', async () => {
    const answer = await upload('alterato.txt', 'alterato');
    const { sha256: hash } = answer.body as { sha256: string };
    writeFileSync(path(hash), 'Alterato');
    const client = await api.as('revisore');
    expect(refused(await client.get(`/api/v1/documents/${hash}`))).toBe('500 document/altered');
    await upload('di nuovo.txt', 'alterato');
    expect((await client.get(`/api/v1/documents/${hash}`)).status).toBe(200);
  });

  it('given a body of bytes, when it is sent to another route, then it is 415', async () => {
    const response = await fetch(`${api.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: PDF,
    });
    expect(response.status).toBe(415);
  });

  it('given progress, when it names evidence, then its content must have been added', async () => {
    await givenInForce(api);
    await givenAcknowledged(api, FINANZIARIA, 'finanziaria');
    const office = await api.as('finanziaria');
    const report = (evidence: object[]) =>
      office.command(`${FINANZIARIA}/progress`, { value: '10', note: '', evidence });
    const known = { name: 'verbale.pdf', sha256, mediaType: 'application/pdf', size: PDF.length };
    expect(refused(await report([{ ...known, sha256: '1'.repeat(64) }]))).toBe('422 evidence/not-added');
    expect(refused(await report([{ ...known, size: 1 }]))).toBe('422 evidence/cited-otherwise');
    const lying = { ...known, name: 'prova.exe', mediaType: 'image/png' };
    expect(refused(await report([lying]))).toBe('422 evidence/cited-otherwise');
    expect(refused(await report([known, known]))).toBe('422 evidence/cited-twice');
    accepted(await report([known]));
  });
});

describe('the welcome of a body', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());

  it('given a real body, when nobody is signed in, then it says whose pages these are and no way in', async () => {
    expect(accepted(await api.anyone.get('/api/v1/welcome'))).toEqual({
      body: { id: 'prova', name: 'prova' },
      demonstration: null,
      clock: 'system',
      version: expect.any(String),
    });
  });

  it('given the mark of a demonstration in its folder, then it says how to enter', async () => {
    const demonstration = {
      password: 'solo-per-dimostrazione',
      accounts: [{ user: 'admin', name: 'Amministratore del sistema', roles: ['amministratore'] }],
    };
    writeFileSync(join(api.data, 'demonstration.json'), JSON.stringify(demonstration));
    expect(accepted(await api.anyone.get('/api/v1/welcome'))).toMatchObject({ demonstration });
  });
});
