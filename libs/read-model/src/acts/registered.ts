import { sql } from 'kysely';
import type { ActRow } from './project.js';

/** The acts of the register, each once: of two streams of an older log that are one act today, the one that is called as it. */
export const registeredActs = sql<ActRow>`(
  select distinct on (called) * from read.act order by called, act_id <> called
)`;
