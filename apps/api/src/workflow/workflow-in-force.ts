import { v5 as uuidv5 } from 'uuid';
import {
  Refused,
  workflow as rules,
  type ApprovalSubject,
  type ChainDefinition,
  type WorkflowDefinition,
} from '#domain';
import { SYSTEM, type Clock, type Engine } from '#engine';
import { ROLES, WorkflowInvalid } from './read-workflow-file.js';

/** How this body does things. What begins takes what it needs from here and keeps it. */
export interface WorkflowInForce {
  /** Ask each time: a new version may be published while the API runs. */
  readonly definition: WorkflowDefinition;
  /** That one and those before it, which something may still follow. */
  readonly versions: readonly WorkflowDefinition[];
  /** Null: the subject needs no approval of its own. */
  chainFor(subject: ApprovalSubject): ChainDefinition | null;
  /** A version that was published; null where there is none. */
  version(id: string, version: number): Promise<WorkflowDefinition | null>;
  /** A later version of the workflow of this body is in force from now on; others are kept for whoever names them. */
  published(definition: WorkflowDefinition): void;
  /** Writes the version of the file into the log, unless it is there. */
  publishOwn(): Promise<void>;
}

export const WORKFLOW = Symbol('WorkflowInForce');

/** Any fixed UUID: a version that is published at two starts is published once. */
const PUBLICATIONS = '5f4b1a0c-3d52-5b7e-9c61-0e2d8a7f4c13';

interface Opening {
  readonly file: WorkflowDefinition;
  /**
   * Of the file that comes with the program, which the body has not written: what was published under its version or a
   * later one stays in force, and this is told why. Absent: such a file is refused.
   */
  readonly onPublishedOtherwise?: (why: string) => void;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly body: string;
}

/**
 * The workflow of the file, or a later version of it that was published meanwhile.
 *
 * @throws WorkflowInvalid when the file says something else than what was published as this version, or is older, and is
 * the body's own
 */
export async function openWorkflow(opening: Opening): Promise<WorkflowInForce> {
  const { file, engine, clock, body, onPublishedOtherwise } = opening;
  const versionsOf = async (id: string) => (await engine.load('workflow', id))?.state.versions ?? [];
  const published = await versionsOf(file.id);
  const latest = published.at(-1);
  const conflict = conflictOf(file, published, clock);
  if (conflict !== null && onPublishedOtherwise === undefined) throw asInvalid(file, conflict, latest);
  if (conflict !== null) onPublishedOtherwise?.(publishedOtherwise(file, latest));
  let inForce = latest !== undefined && (latest.version > file.version || conflict !== null) ? latest : file;
  const versions = [...published.filter(({ version }) => version !== inForce.version), inForce];
  let isPublished = conflict !== null || published.some(({ version }) => version === file.version);
  return {
    get definition() {
      return inForce;
    },
    versions,
    chainFor: (subject) => inForce.chains[subject] ?? null,
    version: async (id, version) =>
      (await versionsOf(id)).find((candidate) => candidate.version === version) ??
      (file.id === id && file.version === version ? file : null),
    published: (definition) => {
      if (definition.id !== file.id || definition.version <= inForce.version) return;
      inForce = definition;
      versions.push(definition);
    },
    publishOwn: async () => {
      if (isPublished) return;
      const commandId = uuidv5(`${body}\n${file.id}\n${file.version}`, PUBLICATIONS);
      const request = { id: file.id, version: file.version };
      const context = { commandId, correlationId: commandId, causationId: commandId, request };
      await engine.execute('workflow', file.id, { ...publication(file), at: clock.now() }, context);
      isPublished = true;
    },
  };
}

/** Why the log does not take the file as it is; null: it does. */
function conflictOf(file: WorkflowDefinition, versions: readonly WorkflowDefinition[], clock: Clock): Refused | null {
  try {
    rules.decide({ ...publication(file), at: clock.now() }, { versions });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function asInvalid({ id, version }: WorkflowDefinition, cause: Refused, last: WorkflowDefinition | undefined): Error {
  const latest = last?.version ?? 0;
  const why =
    cause.code === 'workflow/version-published'
      ? `version ${version} was published with another content, and what is under way follows it`
      : `version ${latest} was published already`;
  return new WorkflowInvalid(
    `The workflow "${id}" cannot be version ${version}: ${why}. Give the file a version above ${latest}, or restore it as it was.`,
    { cause },
  );
}

function publishedOtherwise({ id, version }: WorkflowDefinition, last: WorkflowDefinition | undefined): string {
  const latest = last?.version ?? 0;
  return `The workflow "${id}" that comes with this release, version ${version}, says otherwise than what this body has published: its version ${latest} stays in force. To take over what is new, copy the file, give it a version above ${latest}, and publish it (traguardo workflow publish FILE) or name it in TRAGUARDO_WORKFLOW.`;
}

function publication(definition: WorkflowDefinition) {
  return { type: 'workflow.publish', definition, known: { roles: ROLES }, by: SYSTEM } as const;
}
