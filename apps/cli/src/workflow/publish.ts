import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import { WorkflowFailure } from './workflow-failure.js';

// any fixed UUID: it keeps the keys of publications apart from other keys
const PUBLICATIONS = '8a1d2f9e-4b6c-5f10-8d77-2c9e0b3a6f55';

const Published = z.looseObject({ id: z.string(), version: z.number(), inForce: z.boolean() });
const Problem = z.looseObject({ code: z.string(), detail: z.string() });

/**
 * Asks a running instance to publish the file; sent twice it is published once.
 *
 * @throws WorkflowFailure `workflow/not-reachable`, `workflow/not-taken`
 */
export async function publishWorkflow(url: string, token: string, source: string): Promise<z.output<typeof Published>> {
  const target = `${url.replace(/\/+$/, '')}/api/v1/workflows`;
  const response = await fetch(target, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'accept-language': 'en', // what it is told stands in an English sentence
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': uuidV5(source, PUBLICATIONS),
    },
    body: JSON.stringify({ source }),
  }).catch((cause: unknown) => {
    const how = 'start Traguardo (npm start), or give its address with --url';
    throw new WorkflowFailure('workflow/not-reachable', `Nothing answers at ${target}: ${how}.`, { cause });
  });
  const answer: unknown = await response.json().catch(() => null);
  const published = Published.safeParse(answer);
  if (response.status === 200 && published.success) return published.data;
  const problem = Problem.safeParse(answer);
  const why = problem.success ? `${problem.data.code}: ${problem.data.detail}` : `HTTP ${response.status}`;
  throw new WorkflowFailure('workflow/not-taken', `${url} did not publish the workflow (${why}).`);
}
