import type { Office, WorkflowDefinition } from '#domain';
import type { Engine } from '#engine';
import { planAreas } from '#read-model';
import type { Reading } from '../parts.js';
import { officesOf } from './layout.js';
import { registryOf } from './registry.js';

type Called = Pick<Office, 'id' | 'name'>;

/** The offices as the workflow file calls them: by the first of their `names`, which its drawings use. */
export function namedInWorkflow({ offices }: Pick<WorkflowDefinition, 'offices'>): readonly Office[] {
  return offices.flatMap(({ id, names: [name] }) =>
    name === undefined ? [] : [{ id, name, kind: 'office' as const }],
  );
}

/** The offices of the workflow file, by each of their names. */
export function calledInWorkflow({ offices }: Pick<WorkflowDefinition, 'offices'>): readonly Called[] {
  return offices.flatMap(({ id, names }) => (names.length > 0 ? names : [id]).map((name) => ({ id, name })));
}

/** The offices that somebody gave a name: the body's, and the areas of its plans. */
export async function namedOffices(engine: Engine, db: Reading['db']): Promise<readonly Office[]> {
  const [registry, areas] = await Promise.all([registryOf(engine), planAreas(db)]);
  return officesOf({ registry: registry?.state ?? null, areas, accounts: [] });
}
