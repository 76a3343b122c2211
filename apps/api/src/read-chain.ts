import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ApprovalChain } from '#domain';
import type { KnownOffice } from '#plan-import';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens');

const Step = z.strictObject({
  id,
  name: z.strictObject({ it: z.string().min(1), en: z.string().min(1) }),
  office: id,
  substitute: id.nullable(),
  mayReturn: z.boolean(),
  needsAct: z.boolean(),
});

const Chain = z.strictObject({
  id,
  version: z.number().int().positive(),
  steps: z
    .array(Step)
    .min(1, 'at least one step')
    .refine((steps) => new Set(steps.map((step) => step.id)).size === steps.length, 'two steps have the same id'),
  offices: z.record(id, z.array(z.string().min(1))).default({}),
});

/** The chain, and its offices by the names that bodies have for them. */
export interface ChainFile {
  readonly chain: ApprovalChain;
  readonly called: readonly KnownOffice[];
}

/** The file of the approval chain cannot be used; the message says where and why. */
export class ChainInvalid extends Error {
  override readonly name = 'ChainInvalid';
}

/**
 * An approval chain from a YAML or JSON file.
 *
 * @throws ChainInvalid
 */
export function readChain(path: string): ChainFile {
  const read = Chain.safeParse(contentOf(path));
  if (read.success) {
    const { offices, ...chain } = read.data;
    const called = Object.entries(offices).flatMap(([office, names]) => names.map((name) => ({ id: office, name })));
    return { chain, called };
  }
  const wrong = read.error.issues.map(({ path: place, message }) => `${place.join('.') || 'the file'}: ${message}`);
  throw new ChainInvalid(`The approval chain ${path} is not usable. ${wrong.join('; ')}.`);
}

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new ChainInvalid(`The approval chain ${path} cannot be read: ${reason}.`, { cause });
  }
}
