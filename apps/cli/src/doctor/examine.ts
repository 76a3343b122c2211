import { statSync } from 'node:fs';
import { ZodError } from 'zod';
import { join } from 'node:path';
import { ok, problem, type Finding } from './finding.js';
import { folderFindings } from './folder.js';
import { keeping } from './keeping.js';
import { machine } from './machine.js';
import { networkFindings } from './network.js';
import type { Patient } from './patient.js';
import { elsewhere, health, log, tables } from './stores.js';

type Look = (patient: Patient) => readonly Finding[] | Promise<readonly Finding[]>;

const ANYWHERE: readonly (readonly [string, Look])[] = [
  ['machine', machine],
  ['network', networkFindings],
  ['elsewhere', elsewhere],
];

const IN_A_BODY: readonly (readonly [string, Look])[] = [
  ['folder', folderFindings],
  ['health', health],
  ['log', log],
  ['tables', tables],
  ['keeping', keeping],
];

/** Looks at everything, one thing after the other; what cannot be looked at is itself a finding. */
export async function examine(patient: Patient): Promise<readonly Finding[]> {
  const begun = hasBegun(patient.folder);
  const looks = [...ANYWHERE, ...(begun === true ? IN_A_BODY : [])];
  const findings: Finding[] = [];
  for (const [check, look] of looks) {
    try {
      findings.push(...(await look(patient)));
    } catch (error) {
      findings.push(problem(check, sentenceOf(error, patient.folder)));
    }
  }
  if (begun === null)
    findings.push(
      problem('folder', `This user may not look into ${patient.folder}: run it as the user that runs Traguardo.`),
    );
  if (begun === false)
    findings.push(ok('folder', `${patient.folder} is new: npm start -- --body ${patient.body} begins it.`));
  return findings;
}

/** Whether the body was ever started; null where this user may not know. */
function hasBegun(folder: string): boolean | null {
  try {
    const parts = ['events', 'postgres', 'release.json'];
    return parts.some((part) => statSync(join(folder, part), { throwIfNoEntry: false }) !== undefined);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return null;
    throw error;
  }
}

function sentenceOf(error: unknown, folder: string): string {
  // what we wrote ourselves, and somebody or a failing disk has changed
  if (error instanceof SyntaxError || error instanceof ZodError)
    return `A note of the program in ${folder} (release.json, instance.json or last-backup.json) cannot be read: remove it, or restore a backup.`;
  return error instanceof Error ? error.message : String(error);
}
