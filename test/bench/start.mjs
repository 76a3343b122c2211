// A cold `npm start` as a stranger has it: a clone without node_modules and dist, until the address is printed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export async function benchStart() {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-cold-'));
  try {
    const cloned = spawnSync('git', ['clone', '--quiet', root, folder], { encoding: 'utf8' });
    if (cloned.status !== 0) throw new Error(cloned.stderr);
    console.log('cold start …');
    console.log(await untilReady(folder));
    console.log('second start …');
    console.log(await untilReady(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts, waits for the address, stops; gives back what it said, with the seconds until then. */
function untilReady(cwd) {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd,
    env: { ...process.env, PORT: '0', EVENT_NODE_PORT: '0', POSTGRES_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return new Promise((resolve_, reject) => {
    let said = '';
    let ready = false;
    const listen = (chunk) => {
      said += chunk;
      if (!ready && /http:\/\/127\.0\.0\.1:\d+/.test(said)) {
        ready = true;
        said += `\n[${((performance.now() - began) / 1000).toFixed(1)} s until the address]\n`;
        process.kill(-Number(child.pid), 'SIGINT');
      }
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => (ready ? resolve_(said) : reject(new Error(said))));
  });
}
