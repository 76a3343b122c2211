import { readFileSync } from 'node:fs';
import { permissions } from '#auth';
import type { WorkflowDefinition } from '#domain';
import { readWorkflow, type Mistake } from '#workflow';

/** The workflow file cannot be used; the message says where and why. */
export class WorkflowInvalid extends Error {
  override readonly name = 'WorkflowInvalid';
}

/** More would not be read at the start of a log. */
const SHOWN = 5;

/** Every role that an account may have. */
export const ROLES = Object.keys(permissions);

/**
 * The definition that a file holds.
 *
 * @throws WorkflowInvalid with the first mistakes and how to see them all
 */
export function readWorkflowFile(path: string): WorkflowDefinition {
  const { definition, mistakes } = readWorkflow(textOf(path), { roles: ROLES });
  if (definition !== null) return definition;
  const told = mistakes.slice(0, SHOWN).map(inOneLine).join(' ');
  const more = mistakes.length > SHOWN ? ` And ${mistakes.length - SHOWN} more.` : '';
  throw new WorkflowInvalid(
    `The workflow ${path} is not usable. ${told}${more} Correct it; "traguardo workflow check ${path}" shows every mistake.`,
  );
}

function inOneLine({ line, column, path, what, law }: Mistake): string {
  const place = path === '' ? '' : ` (${path})`;
  return `Line ${line}, column ${column}${place}: ${what.en}${law === null ? '' : ` [${law}]`}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new WorkflowInvalid(`The workflow ${path} cannot be read: ${reason}. Name a file in TRAGUARDO_WORKFLOW.`, {
      cause,
    });
  }
}
