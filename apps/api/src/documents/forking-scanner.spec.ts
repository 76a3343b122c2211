import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openScanner } from './scan.js';

const NOT_SCANNED = { code: 'document/not-scanned' };
const asIs = (error: unknown) => error;
/** Only the clock that a scan waits by stands still; pipes and processes go on. */
function holdTimeouts(): void {
  jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] });
}

describe('a scanner that starts another process', () => {
  let folder: string;
  let held: string;

  /** Whoever of the scanner is alive holds a pipe open; what `ends` says follows once a child has begun. */
  function forking(ends: string): string {
    const script = join(folder, 'scan.sh');
    writeFileSync(script, `#!/bin/sh\nexec 3>"${held}"\nsleep 600 &\n${ends}\n`, { mode: 0o700 });
    return script;
  }

  /** Both have begun; resolves again once nobody of them is alive. */
  async function begun(): Promise<() => Promise<unknown>> {
    const pipe = createReadStream(held).resume();
    const dead = once(pipe, 'end');
    await once(pipe, 'open');
    return () => dead;
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'traguardo-scanner-'));
    held = join(folder, 'held');
    execFileSync('mkfifo', [held]);
  });
  afterEach(() => {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  it('given one that takes too long, when its time is over, then both are killed and the file is not kept', async () => {
    holdTimeouts();
    const refused = openScanner(forking('wait')).scan('/x', 'verbale.pdf').catch(asIs);
    const nobody = await begun();
    jest.advanceTimersByTime(60_000);
    expect(await refused).toMatchObject(NOT_SCANNED);
    await nobody();
  });

  it('given one that ends and leaves its child, then the child is killed too', async () => {
    const scanned = openScanner(forking('exit 0')).scan('/x', 'verbale.pdf');
    const nobody = await begun();
    await expect(scanned).resolves.toBeUndefined();
    await nobody();
  });

  it('given a scan that goes on, when the API stops, then both are killed and nothing is scanned any more', async () => {
    const scanner = openScanner(forking('wait'));
    const refused = scanner.scan('/x', 'verbale.pdf').catch(asIs);
    const nobody = await begun();
    scanner.stop();
    expect(await refused).toMatchObject(NOT_SCANNED);
    await nobody();
    await expect(scanner.scan('/x', 'delibera.pdf')).rejects.toMatchObject(NOT_SCANNED);
  });

  it('given a scan that goes on, when the process ends of itself, then both are killed, and it leaves nothing behind', async () => {
    const before = process.listeners('exit');
    const refused = openScanner(forking('wait')).scan('/x', 'verbale.pdf').catch(asIs);
    const nobody = await begun();
    for (const leave of process.listeners('exit').filter((one) => !before.includes(one))) leave(1);
    expect(await refused).toMatchObject(NOT_SCANNED);
    await nobody();
    expect(process.listeners('exit')).toEqual(before);
  });
});
