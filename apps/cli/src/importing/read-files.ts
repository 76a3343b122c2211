import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '#plan-import';
import { ImportFailure } from './import-failure.js';

export type Answers = Readonly<Record<string, string>>;

/** @throws ImportFailure `import/file-unreadable` */
export function bytesOfPlan(path: string): Uint8Array {
  return bytesOf(path, 'import/file-unreadable');
}

const AnswersFile = z.record(z.string(), z.string());

/** @throws ImportFailure `import/answers-unreadable` for a file that is missing or is not `{"<question>": "<option>"}` */
export function readAnswersFile(path: string | undefined): Answers {
  if (path === undefined) return {};
  const { text } = decodeText(bytesOf(path, 'import/answers-unreadable'));
  const wanted = `The answers in ${path} cannot be read: write {"<question>": "<option>"}.`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ImportFailure('import/answers-unreadable', wanted, { cause: error });
  }
  const answers = AnswersFile.safeParse(json);
  if (!answers.success) throw new ImportFailure('import/answers-unreadable', wanted, { cause: answers.error });
  return answers.data;
}

/**
 * The token by which the command acts: from the environment, or the one the running instance leaves in the body's folder.
 *
 * @throws ImportFailure `import/no-token`
 */
export function tokenFor(env: NodeJS.ProcessEnv, body: string): string {
  if (env['TRAGUARDO_TOKEN']) return env['TRAGUARDO_TOKEN'];
  const path = join(env['TRAGUARDO_DATA'] || './data', body, 'operator.token');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const how = 'start Traguardo first (npm start), or set TRAGUARDO_TOKEN';
    throw new ImportFailure('import/no-token', `There is no token in ${path}: ${how}.`, { cause: error });
  }
}

/** The bodies of which a token lies in the folder of data, by their names. */
export function bodiesWithToken(env: NodeJS.ProcessEnv): readonly string[] {
  const data = env['TRAGUARDO_DATA'] || './data';
  try {
    return readdirSync(data)
      .filter((body) => existsSync(join(data, body, 'operator.token')))
      .toSorted();
  } catch {
    return []; // there is no such folder
  }
}

function bytesOf(path: string, code: 'import/file-unreadable' | 'import/answers-unreadable'): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'there is no such file' : 'it cannot be read';
    throw new ImportFailure(code, `${path}: ${why}. Give the path of the plan: .docx, .xlsx or text.`, {
      cause: error,
    });
  }
}
