import type { Kysely } from 'kysely';
import type { Instant, Label, WorkflowDefinition } from '#domain';
import type { ReadTables } from '#postgres';
import type { WorkflowRow } from './project.js';

export interface PublishedVersion {
  readonly id: string;
  readonly version: number;
  readonly name: Label;
  readonly publishedAt: Instant;
}

/** All published versions, the latest of each workflow first. */
export async function workflowList(db: Kysely<ReadTables>): Promise<readonly PublishedVersion[]> {
  const rows = await db
    .selectFrom('read.workflow')
    .selectAll()
    .orderBy('workflow_id')
    .orderBy('version', 'desc')
    .execute();
  return (rows as readonly WorkflowRow[]).map(
    ({ workflow_id: id, version, definition, published_at: publishedAt }) => ({
      id,
      version,
      name: definition.name,
      publishedAt,
    }),
  );
}

/** @returns null when it was not published */
export async function workflowVersion(
  db: Kysely<ReadTables>,
  id: string,
  version: number,
): Promise<WorkflowDefinition | null> {
  const row = await db
    .selectFrom('read.workflow')
    .select('definition')
    .where('workflow_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : (row as Pick<WorkflowRow, 'definition'>).definition;
}
