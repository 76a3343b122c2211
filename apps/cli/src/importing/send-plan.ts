import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import { ImportFailure } from './import-failure.js';
import type { Answers } from './read-files.js';
import { EXIT } from './verdict.js';

export type PlanToSend = PlanContent & {
  readonly answers: Answers;
  readonly acceptProposals: boolean;
  /** That it has the numbers of proposals for other objectives is known; absent: nobody has said so. */
  readonly knowingly?: true;
};

/** A text goes with the command, a file before it. */
export type PlanContent =
  { readonly text: string } | { readonly document: { readonly sha256: string; readonly name: string } };

export interface Sent {
  readonly exitCode: number;
  /** What the API answered. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Whether the instance has the plan; false where it does not say. */
export async function hasPlan(url: string, token: string, planId: string): Promise<boolean> {
  try {
    const target = `${url.replace(/\/+$/, '')}/api/v1/plans/${encodeURIComponent(planId)}`;
    const response = await fetch(target, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false; // sending tells better what is wrong
  }
}

// any fixed UUID: it keeps the keys of imports apart from other keys
const IMPORTS = '0b0f4f0e-6a51-5d0b-9a53-3d6f1f7f2c11';

/** The same file with the same answers is the same command, however often it is sent. */
export function idempotencyKeyOf({ answers, acceptProposals, knowingly, ...content }: PlanToSend): string {
  const ordered = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  const what = 'text' in content ? content.text : content.document;
  return uuidV5(
    JSON.stringify([what, ordered, acceptProposals, ...(knowingly === true ? ['knowingly'] : [])]),
    IMPORTS,
  );
}

/**
 * Keeps the file with the API, which reads it from there.
 *
 * @throws ImportFailure `import/not-reachable`, `import/refused`
 */
export async function sendDocument(url: string, token: string, name: string, bytes: Uint8Array): Promise<PlanContent> {
  const target = `${url.replace(/\/+$/, '')}/api/v1/documents?name=${encodeURIComponent(name)}`;
  const response = await post(target, token, { 'content-type': 'application/octet-stream' }, Buffer.from(bytes));
  const answer: unknown = await response.json().catch(() => null);
  const kept = z.looseObject({ sha256: z.string(), name: z.string() }).safeParse(answer);
  if (response.status === 201 && kept.success) return { document: { sha256: kept.data.sha256, name: kept.data.name } };
  const problem = Problem.safeParse(answer);
  throw refused(url, problem.success ? `${problem.data.code}: ${problem.data.detail}` : `HTTP ${response.status}`);
}

const Problem = z.looseObject({ code: z.string(), detail: z.string() });

/**
 * Asks the API to draft the plan.
 *
 * @throws ImportFailure `import/not-reachable`, `import/refused`
 */
export async function sendPlan(url: string, token: string, plan: PlanToSend): Promise<Sent> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': idempotencyKeyOf(plan) };
  const response = await post(`${url.replace(/\/+$/, '')}/api/v1/plans`, token, headers, JSON.stringify(plan));
  const answer: unknown = await response.json().catch(() => null);
  if (response.status === 201) return { exitCode: EXIT.done, answer: z.looseObject({}).parse(answer ?? {}) };
  const problem = Problem.safeParse(answer);
  if (!problem.success) throw refused(url, `HTTP ${response.status}`);
  const { code, detail } = problem.data;
  if (code === 'import/problems') return { exitCode: EXIT.problems, answer: problem.data };
  if (code === 'import/questions-open') return { exitCode: EXIT.questions, answer: problem.data };
  throw refused(url, `${code}: ${detail}`);
}

async function post(
  target: string,
  token: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer<ArrayBuffer>,
): Promise<Response> {
  try {
    return await fetch(target, {
      method: 'POST',
      headers: { accept: 'application/json', authorization: `Bearer ${token}`, ...headers },
      body,
    });
  } catch (error) {
    const how = 'start Traguardo (npm start), or give its address with --url';
    throw new ImportFailure('import/not-reachable', `Nothing answers at ${target}: ${how}.`, { cause: error });
  }
}

function refused(url: string, why: string): ImportFailure {
  return new ImportFailure('import/refused', `${url} did not take the plan (${why}).`);
}
