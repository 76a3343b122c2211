import type { Office } from '#domain';
import type { Engine } from '#engine';
import { planAreas } from '#read-model';
import type { Reading } from '../parts.js';
import { officesOf } from './layout.js';
import { registryOf } from './registry.js';

/** The offices that somebody gave a name: the body's, and the areas of its plans. */
export async function namedOffices(engine: Engine, db: Reading['db']): Promise<readonly Office[]> {
  const [registry, areas] = await Promise.all([registryOf(engine), planAreas(db)]);
  return officesOf({ registry: registry?.state ?? null, areas, accounts: [] });
}
