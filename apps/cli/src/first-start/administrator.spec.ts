import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { welcomeAdministrator } from './administrator.js';

describe('the link of the first administrator', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-first-'));
  afterAll(() => rmSync(data, { recursive: true }));

  it('then its end is told as clocks in Italy will show it, whatever the machine’s time zone', async () => {
    writeFileSync(join(data, 'operator.token'), 'token\n');
    const server = createServer((_, response) => {
      response.end(JSON.stringify({ url: 'http://127.0.0.1/x', expiresAt: '2026-06-30T22:30:00.000Z' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const lines: string[] = [];
    const { port } = server.address() as AddressInfo;
    await welcomeAdministrator({ apiUrl: `http://127.0.0.1:${port}`, data, onProgress: (line) => lines.push(line) });
    await new Promise((resolve) => server.close(resolve));
    expect(lines.join('\n')).toContain('until 1 July 2026 at 00:30;');
  });
});
