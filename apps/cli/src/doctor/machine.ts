import { existsSync, statfsSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

const MB = 2 ** 20;
const GB = 2 ** 30;
/** Below this nothing starts. */
const LEAST_DISK = 96 * MB;
const LITTLE_DISK = GB;
const LITTLE_MEMORY = 300 * MB;
/** Before this program was written no clock can be right. */
const BORN = Date.parse('2026-11-01T00:00:00Z');

export function machine({ folder, now }: Patient): readonly Finding[] {
  return [
    ok('node', `Node.js ${process.versions.node} on ${process.platform} ${process.arch}.`),
    memory(freeMemory(), totalmem()),
    disk(folder),
    clock(now),
  ];
}

/** What is free without swapping, where the system tells; macOS counts caches as used. */
function freeMemory(): number {
  return process.availableMemory?.() ?? freemem();
}

export function memory(free: number, total: number): Finding {
  const said = `${Math.round(free / MB)} MB of ${Math.round(total / MB)} MB of memory are free`;
  if (free >= LITTLE_MEMORY) return ok('memory', `${said}.`);
  return warning('memory', `${said}, and Traguardo alone needs about 300: stop other programs or add memory.`);
}

function disk(folder: string): Finding {
  const place = nearest(folder);
  const { bavail, bsize } = statfsSync(place);
  const free = bavail * bsize;
  const said = `${(free / GB).toFixed(1)} GB are free on the disk of ${place}`;
  if (free < LEAST_DISK) return problem('disk', `${said}: nothing can be written any more. Free some space now.`);
  if (free < LITTLE_DISK) return warning('disk', `${said}: free some space before it is full.`);
  return ok('disk', `${said}.`);
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

export function clock(now: number): Finding {
  const shown = new Date(now).toISOString();
  if (now < BORN) return problem('clock', `This machine's clock says ${shown}, which is long over: set it (NTP).`);
  try {
    const rome = new Intl.DateTimeFormat('it', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'short' });
    return ok('clock', `It is ${shown}, in Rome ${rome.format(now)}; compare it with a clock you trust.`);
  } catch {
    return problem(
      'clock',
      'This Node.js does not know the time of Rome: install one with full time zones (nodejs.org).',
    );
  }
}
