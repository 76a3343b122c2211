import { existsSync } from 'node:fs';
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
  const begun = existsSync(join(patient.folder, 'events')) || existsSync(join(patient.folder, 'postgres'));
  const looks = [...ANYWHERE, ...(begun ? IN_A_BODY : [])];
  const findings: Finding[] = [];
  for (const [check, look] of looks) {
    try {
      findings.push(...(await look(patient)));
    } catch (error) {
      findings.push(problem(check, error instanceof Error ? error.message : String(error)));
    }
  }
  if (!begun) findings.push(ok('folder', `${patient.folder} is new: npm start -- --body ${patient.body} begins it.`));
  return findings;
}
