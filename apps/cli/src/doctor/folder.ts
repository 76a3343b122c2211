import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instance } from '../supervisor/folder-lock.js';
import { isRunning } from '../supervisor/process-identity.js';
import { compareReleases, RELEASE, releaseOf } from '../supervisor/release.js';
import { ok, problem, warning, type Finding } from './finding.js';
import type { Patient } from './patient.js';

/** The instance that holds the folder, dead or alive. */
export function instanceOf(folder: string): Instance | undefined {
  const file = join(folder, 'instance.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Instance) : undefined;
}

export function folderFindings({ folder }: Patient): readonly Finding[] {
  return [permissions(folder), ...secrets(folder), release(folder), ...processes(folder)];
}

function permissions(folder: string): Finding {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return problem(
      'folder',
      `This user may not write in ${folder}: run it as the user that runs Traguardo, or change its owner.`,
    );
  }
  const { mode, uid } = statSync(folder);
  if ((mode & 0o077) !== 0)
    return problem('folder', `Others on this machine may look into ${folder}: chmod 700 ${folder}`);
  const own = process.getuid?.() ?? uid;
  if (uid !== own && own !== 0)
    return warning('folder', `${folder} belongs to another user (${uid}): start Traguardo always as the same one.`);
  return ok('folder', `${folder} is for its owner alone.`);
}

function secrets(folder: string): readonly Finding[] {
  return ['operator.token', 'release.json', 'instance.json']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0)
    .map((file) => problem('folder', `Others on this machine may read ${file}: chmod 600 ${file}`));
}

function release(folder: string): Finding {
  const found = releaseOf(folder) ?? RELEASE;
  const order = compareReleases(found, RELEASE);
  if (order > 0)
    return problem(
      'release',
      `The folder was written by ${found} and this is ${RELEASE}: run ${found} or a newer one.`,
    );
  if (order < 0)
    return warning(
      'release',
      `The folder is of ${found}: the next start takes it over to ${RELEASE}, one way. Take a backup first.`,
    );
  return ok('release', `Program and folder are of ${RELEASE}.`);
}

const PARTS = ['node', 'postgres', 'api', 'worker'] as const;

function processes(folder: string): readonly Finding[] {
  const instance = instanceOf(folder);
  if (instance === undefined) return [ok('processes', 'It is not running.')];
  const living = PARTS.filter((part) => instance.parts[part] !== undefined && isRunning(instance.parts[part]));
  const known = PARTS.filter((part) => instance.parts[part] !== undefined);
  if (!isRunning(instance)) {
    const left = living.length === 0 ? '' : ` and left ${living.join(', ')} running`;
    return [
      warning('processes', `The last instance (process ${instance.pid}) was killed${left}: the next start tidies up.`),
    ];
  }
  const dead = known.filter((part) => !living.includes(part));
  if (dead.length === 0) return [ok('processes', `It runs (process ${instance.pid}) with ${living.join(', ')}.`)];
  return [problem('processes', `It runs, but ${dead.join(', ')} does not: read ${folder}/logs/${dead[0]}.log.`)];
}
