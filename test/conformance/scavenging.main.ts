// Scavenges a log while it appends to it, and kills itself in the middle: scavenging.main.ts FOLDER POINT
// Prints the position of every append that was acknowledged.
import fs from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import { deathtrap } from './kill-before.js';
import { POINTS } from './scavenge-points.js';

/** So that what is appended stays small beside what is scavenged, however long that takes. */
const MOST_APPENDS = 1000;

const [data = '', point = ''] = process.argv.slice(2);
const trap = deathtrap(POINTS[point as keyof typeof POINTS]);

const { lmdbStorage } = await import('../../libs/event-node/src/lmdb/lmdb-storage.js');
const { Log } = await import('../../libs/event-node/src/log/log.js');
const { Scavenger } = await import('../../libs/event-node/src/scavenge/scavenger.js');

const storage = lmdbStorage(data);
const log = new Log(storage, Date.now);
trap.arm(); // opening the log counts for nothing
const scavenger = new Scavenger(storage, Date.now);
scavenger.start();
let looked = 0;
for (let n = 0; ; n += 1) {
  if (n < MOST_APPENDS) await append(n);
  else await others();
  const { state, looked: now } = scavenger.scavenge ?? { state: 'stopped', looked: 0 };
  if (state === 'compacting') trap.before('copied');
  else if (now !== looked) trap.before('removed');
  looked = now;
  if (state === 'completed' || state === 'failed') break;
}

async function append(n: number): Promise<void> {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const events = [{ id, type: 'appended.v1', json: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) }];
  const outcome = await log.append({ stream: `new-${n % 3}`, expected: 'any', events, deadlineMs: Infinity });
  if (outcome.kind === 'written') fs.writeSync(1, `${outcome.position}\n`);
}
