import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LAST_BACKUP } from '../backup/take-backup.js';
import { MANIFEST } from '../backup/manifest.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

export function keeping({ folder, body, now }: Patient): readonly Finding[] {
  return [mail(join(folder, 'mail')), backup(folder, body, now)];
}

function mail(folder: string): Finding {
  if (!existsSync(folder)) return ok('mail', 'No message was written yet.');
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return ok('mail', `Messages go to ${folder}.`);
  } catch {
    return problem('mail', `No message can be written in ${folder}: change its owner.`);
  }
}

const DAY_MS = 86_400_000;
const OLD_MS = 2 * DAY_MS;

const Note = z.object({ at: z.string(), to: z.string() });

export function backup(folder: string, body: string, now: number): Finding {
  const file = join(folder, LAST_BACKUP);
  const command = `npm run -s traguardo -- backup --body ${body} --to FOLDER`;
  if (!existsSync(file)) return warning('backup', `No backup was ever taken: ${command}`);
  const { at, to } = Note.parse(JSON.parse(readFileSync(file, 'utf8')));
  const days = Math.floor((now - Date.parse(at)) / DAY_MS);
  if (now - Date.parse(at) > OLD_MS)
    return warning('backup', `The last backup is ${days} days old (${to}): ${command}`);
  if (!existsSync(join(to, MANIFEST)))
    return warning('backup', `The last backup is not to be found in ${to}: is its disk there?`);
  return ok('backup', `The last backup is of ${at}, in ${to}.`);
}
