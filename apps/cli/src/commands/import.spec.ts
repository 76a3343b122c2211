import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importCommand } from './import.js';

const plan = resolve(__dirname, '../../../../examples/comune/piano-2022.md');
const folder = mkdtempSync(join(tmpdir(), 'traguardo-import-'));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: typeof process.exitCode;
  readonly out: string;
  readonly err: string;
}

async function run(...args: readonly string[]): Promise<Run> {
  const [out, err]: string[][] = [[], []];
  const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void out?.push(line));
  const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void err?.push(line));
  const before = process.exitCode;
  try {
    await importCommand().parseAsync(args, { from: 'user' });
    return { code: process.exitCode, out: out?.join('\n') ?? '', err: err?.join('\n') ?? '' };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}

describe('traguardo import --dry-run --json', () => {
  it('prints one JSON document with what the plan says, and ends with 3 while a question is open', async () => {
    const { code, out } = await run(plan, '--dry-run', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      plan: { body: 'COMUNE DI ESEMPIO', year: 2022, act: 'DGC 103 del 16/05/2022' },
      counts: { missions: 20, strategicObjectives: 33, objectives: 26, shares: 44, weightedShares: 40, indicators: 52 },
      weightByArea: { 'AFFARI GENERALI': '60', 'SEGRETARIO GENERALE': '20' },
      questions: [{ id: 'weights', line: 218, options: ['confirm', 'one-by-one'], proposed: 'confirm' }],
      problems: [],
    });
  });

  it('ends with 0 when the proposals are taken, or the questions answered', async () => {
    expect((await run(plan, '--dry-run', '--json', '--yes')).code).toBe(0);
    const answers = file('answers.json', '{"weights":"confirm"}');
    expect((await run(plan, '--dry-run', '--json', '--answers', answers)).code).toBe(0);
  });

  it('ends with 2 when the document has problems, each with its line', async () => {
    const broken = file('broken.md', readFileSync(plan, 'utf8').replace('\t45\t', '\t75\t'));
    const { code, out } = await run(broken, '--dry-run', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ problems: [{ line: 241, code: 'import/weight-over-ceiling' }] });
  });

  it('ends with 2 when an answer belongs to no question', async () => {
    const answers = file('unknown.json', '{"pippo":"x"}');
    const { code, out } = await run(plan, '--dry-run', '--json', '--answers', answers);
    expect([code, JSON.parse(out)]).toMatchObject([2, { problems: [{ code: 'import/unknown-question' }] }]);
  });

  it('ends with 1 and one sentence when a file is not there', async () => {
    const { code, out, err } = await run(join(folder, 'missing.md'), '--dry-run', '--json');
    expect([code, JSON.parse(out)]).toMatchObject([1, { error: { code: 'import/file-unreadable' } }]);
    expect(err.split('\n')).toHaveLength(1);
    const answers = file('no.json', 'weights=confirm');
    expect((await run(plan, '--dry-run', '--answers', answers)).code).toBe(1);
  });

  it('reads files as older office programs write them', async () => {
    const old = file('old.txt', Buffer.from(readFileSync(plan, 'utf8').replace(/[\u0100-\uffff]/g, '-'), 'latin1'));
    expect((await run(old, '--dry-run', '--json', '--yes')).code).toBe(0);
    const bytes: Record<string, number> = { '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '…': 0x85 };
    const letters = readFileSync(plan, 'utf8')
      .split('')
      .map((letter) => bytes[letter] ?? letter.charCodeAt(0));
    expect(Math.max(...letters)).toBeLessThan(0x100);
    const { code, out } = await run(file('cp1252.txt', Uint8Array.from(letters)), '--dry-run', '--json', '--yes');
    expect([code, JSON.parse(out)]).toMatchObject([0, { counts: { shares: 44, indicators: 52 } }]);
  });
});

describe('traguardo import', () => {
  const received: { request: IncomingMessage; body: string }[] = [];
  const drafted = new Set<string>();
  const tokens: string[] = [];
  let answer: { status: number; body: unknown };
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => {
        if (request.method === 'GET') {
          tokens.push(request.headers.authorization ?? '');
          response
            .writeHead(drafted.has(request.url ?? '') ? 200 : 404, { 'content-type': 'application/json' })
            .end('{}');
          return;
        }
        received.push({ request, body });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env['TRAGUARDO_TOKEN'] = 'secret';
  });
  afterAll(async () => {
    delete process.env['TRAGUARDO_TOKEN'];
    await new Promise((closed) => server.close(closed));
  });

  it('sends the text as one command, the same however often it is sent', async () => {
    answer = { status: 201, body: { planId: '2022', revision: 0 } };
    const first = await run(plan, '--yes', '--json', '--url', url);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { drafted: { planId: '2022' } }]);
    await run(plan, '--yes', '--url', `${url}/`);
    await run(plan, '--url', url, '--answers', file('confirm.json', '{"weights":"confirm"}'));
    const [one, two, three] = received.map(({ request }) => request);
    expect(one?.url).toBe('/api/v1/plans');
    expect(one?.headers.authorization).toBe('Bearer secret');
    expect(one?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(two?.headers['idempotency-key']).toBe(one?.headers['idempotency-key']);
    expect(three?.headers['idempotency-key']).not.toBe(one?.headers['idempotency-key']);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual({
      text: readFileSync(plan, 'utf8'),
      answers: {},
      acceptProposals: true,
    });
  });

  it('says in words what became of the plan, and asks nothing that has been accepted', async () => {
    answer = { status: 201, body: { planId: '2022', revision: 0 } };
    const first = await run(plan, '--yes', '--url', url);
    expect(first.out).toContain('The plan 2022 has been drafted.');
    expect(first.out).not.toContain('To confirm');
    drafted.add('/api/v1/plans/2022');
    expect((await run(plan, '--yes', '--url', url)).out).toContain('had been drafted already by this same import');
    process.env['LC_ALL'] = 'it_IT.UTF-8';
    const italian = await run(plan, '--yes', '--url', url).finally(() => delete process.env['LC_ALL']);
    expect(italian.out).toContain('Il piano 2022 era già stato messo in bozza da questa stessa importazione');
    drafted.clear();
  });

  it('takes the token from the folder of the body that is named', async () => {
    mkdirSync(join(folder, 'borgo-sereno'));
    file('borgo-sereno/operator.token', 'of-borgo\n');
    delete process.env['TRAGUARDO_TOKEN'];
    process.env['TRAGUARDO_DATA'] = folder;
    try {
      expect((await run(plan, '--yes', '--url', url, '--body', 'borgo-sereno')).code).toBe(0);
      expect(tokens.at(-1)).toBe('Bearer of-borgo');
      const none = await run(plan, '--yes', '--url', url, '--body', 'altrove');
      expect([none.code, none.err]).toEqual([1, expect.stringContaining(join('altrove', 'operator.token'))]);
    } finally {
      delete process.env['TRAGUARDO_DATA'];
      process.env['TRAGUARDO_TOKEN'] = 'secret';
    }
  });

  it('sends nothing while a question is open', async () => {
    const sent = received.length;
    expect((await run(plan, '--url', url)).code).toBe(3);
    expect(received).toHaveLength(sent);
  });

  it('ends with 1 and one sentence when the plan is refused, or nothing answers', async () => {
    answer = { status: 409, body: { code: 'plan/already-drafted', detail: 'The plan 2022 has been drafted.' } };
    const refused = await run(plan, '--yes', '--url', url);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('plan/already-drafted')]);
    const nowhere = await run(plan, '--yes', '--url', 'http://127.0.0.1:9');
    expect([nowhere.code, nowhere.err.split('\n').length]).toEqual([1, 1]);
  });
});
