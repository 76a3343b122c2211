// Backs a log up or restores it, and kills itself in the middle: copying.main.ts backup|restore FROM TO POINT
import { COPY_POINTS } from './copy-points.js';
import { deathtrap } from './kill-before.js';

const [order = '', from = '', to = '', point = ''] = process.argv.slice(2);
const points: Readonly<Record<string, Readonly<Record<string, readonly [string, number]>>>> = COPY_POINTS;
const trap = deathtrap(points[order]?.[point] ?? ['', 0]);
const { backUpLog, restoreLog } = await import('#event-node');
trap.arm();
if (order === 'backup') await backUpLog(from, to, Date.now);
else await restoreLog(from, to);
