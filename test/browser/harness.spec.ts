import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium/launch.js';
import { sitDown, type Person } from './person/person.js';
import { layLine } from './stack/line.js';
import { until } from './stack/until.js';

/** Pages with a fault each: the tests of the front door are worth what these find. */
const PAGES: Record<string, string> = {
  '/good': '<main><h1>Tutto bene</h1><label>Nome <input></label> <button>Avanti</button></main>',
  '/throws': '<script>setTimeout(() => { throw new Error("rotto") })</script>',
  '/says': '<script>console.error("qualcosa non va")</script>',
  '/violates': '<script src="data:text/javascript,1"></script>',
  '/elsewhere': '<img alt="" src="http://127.0.0.2:9/pixel.png">',
  '/missing': '<link rel="stylesheet" href="/none.css">',
  '/broken': '<script>fetch("/fault")</script>',
  '/refused': '<script>fetch("/refusal").then(() => document.body.append("rifiutato"))</script>',
  '/barrier': '<main><h1>Uno</h1><input></main>',
  '/hidden-focus': '<main><style>:focus { outline: none }</style><button>Uno</button><button>Due</button></main>',
  '/loses-place': '<main><h1>Uno</h1><button onclick="this.remove()">Via</button></main>',
  '/covered': `<main><a href="#a" style="position:absolute;top:0">Uno</a>
    <div style="position:fixed;inset:0 0 auto;height:99px;background:#fff">sopra</div></main>`,
};

let server: Server;
let address: string;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ''];
    const status = page !== undefined ? 200 : request.url === '/fault' ? 500 : request.url === '/refusal' ? 403 : 404;
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "script-src 'self' 'unsafe-inline'",
    });
    response.end(`<!doctype html><html lang="it"><title>Prova</title><body>${page ?? ''}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});

beforeEach(async () => {
  person = await sitDown(browser, { address });
});

afterEach(() => person.leave());

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

describe('a page', () => {
  it.each([
    ['/throws', 'Nobody caught: Error: rotto'],
    ['/says', 'The console says: qualcosa non va'],
    ['/violates', 'Content Security Policy'],
    ['/elsewhere', 'The page asks another host: http://127.0.0.2:9/pixel.png'],
    ['/missing', '/none.css was answered with 404'],
    ['/broken', '/fault was answered with 500'],
  ])('given the fault of %s, is complained of: %s', async (path, complaint) => {
    await person.open(path);
    expect(await until('it is complained of', () => person.complaints()[0])).toContain(complaint);
  });

  it('given only a refusal, is not complained of', async () => {
    await person.open('/refused');
    await person.see(person.page.getByText('rifiutato'));
    expect(person.complaints()).toEqual([]);
  });

  it('given a field without a name, has a barrier', async () => {
    await person.open('/barrier');
    expect((await person.barriers()).join('\n')).toMatch(/^label: /);
    await person.open('/good');
    expect(await person.barriers()).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('given marked stops, gets there', async () => {
    await person.open('/good');
    await person.tabTo(person.page.getByRole('button', { name: 'Avanti' }));
    expect(person.interactions()).toBe(0);
    await person.press('Enter');
    expect(person.interactions()).toBe(1);
  });

  it('given a stop that nothing marks, is lost', async () => {
    await person.open('/hidden-focus');
    await expect(person.tabTo(person.page.getByText('Due'))).rejects.toThrow(
      'button «Uno» has the keyboard, and nothing',
    );
  });

  it('given a stop that something covers, is lost', async () => {
    await person.open('/covered');
    await expect(person.tabTo(person.page.getByText('Uno'))).rejects.toThrow('out of sight');
  });

  it('given what had it is gone and nothing has it instead, is lost', async () => {
    await person.open('/loses-place');
    await person.click(person.page.getByRole('button', { name: 'Via' }));
    await expect(person.settle()).rejects.toThrow('button «Via» had the keyboard and is gone');
  });

  it('given a place it cannot go to, says so', async () => {
    await person.open('/good');
    await expect(person.tabTo(person.page.getByRole('heading'), 5)).rejects.toThrow('is not reached');
  });
});

describe('a line', () => {
  it('is cut, mended and slow', async () => {
    const line = await layLine(address);
    const ask = async () => (await fetch(`${line.address}/good`)).status;
    expect(await ask()).toBe(200);
    line.cut();
    await expect(ask()).rejects.toThrow('fetch failed');
    line.mend();
    expect(await ask()).toBe(200);
    line.slow(300);
    const began = performance.now();
    expect(await ask()).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(290);
    await line.close();
  });
});
