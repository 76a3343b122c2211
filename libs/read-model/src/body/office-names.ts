import type { Kysely } from 'kysely';
import type { Office, WorkflowDefinition } from '#domain';
import type { ReadTables } from '#postgres';
import { planAreas } from '../plans/query.js';

/**
 * How offices are called: as the body itself says, else as its plans do, else as the workflow published last; one that nobody
 * named by its id.
 */
export async function officeNames(db: Kysely<ReadTables>): Promise<(office: string) => string> {
  const [body, areas, workflow] = await Promise.all([
    db.selectFrom('read.body').select('offices').executeTakeFirst(),
    planAreas(db),
    db.selectFrom('read.workflow').select('definition').orderBy('published_at', 'desc').executeTakeFirst(),
  ]);
  // as the projections put them
  const registered = (body?.offices ?? []) as readonly Office[];
  const inFile = (workflow?.definition as WorkflowDefinition | undefined)?.offices ?? [];
  const named = [...registered, ...areas, ...inFile.map(({ id, names }) => ({ id, name: names[0] ?? id }))];
  return (office) => named.find(({ id }) => id === office)?.name ?? office;
}
