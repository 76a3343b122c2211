// Scavenges a log while it appends to it, and kills itself in the middle: scavenging.main.ts FOLDER POINT
// Prints the position of every append that was acknowledged.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { POINTS } from './scavenge-points.js';

const [data = '', point = ''] = process.argv.slice(2);
const [what, count] = POINTS[point as keyof typeof POINTS];

let calls = 0;
function before(name: string): void {
  if (name !== what) return;
  calls += 1;
  if (calls === count) process.kill(process.pid, 'SIGKILL');
}

for (const name of ['fsyncSync', 'renameSync', 'rmSync'] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, { [name]: (...args: unknown[]) => (before(name), real(...args)) });
}
syncBuiltinESMExports();

const { lmdbStorage } = await import('../../libs/event-node/src/lmdb/lmdb-storage.js');
const { Log } = await import('../../libs/event-node/src/log/log.js');
const { Scavenger } = await import('../../libs/event-node/src/scavenge/scavenger.js');

calls = 0; // opening the log counts for nothing
const storage = lmdbStorage(data);
const log = new Log(storage, Date.now);
calls = 0;
const scavenger = new Scavenger(storage, Date.now);
scavenger.start();
let looked = 0;
for (let n = 0; ; n += 1) {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const events = [{ id, type: 'appended.v1', json: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) }];
  const outcome = await log.append({ stream: `new-${n % 3}`, expected: 'any', events, deadlineMs: Infinity });
  if (outcome.kind === 'written') fs.writeSync(1, `${outcome.position}\n`);
  const { state, looked: now } = scavenger.scavenge ?? { state: 'stopped', looked: 0 };
  if (state === 'compacting') before('copied');
  else if (now !== looked) before('removed');
  looked = now;
  if (state === 'completed' || state === 'failed') break;
}
