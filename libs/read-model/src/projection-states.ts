import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';

/** Where the projections stand, and the streams that they could not take further. */
export interface ProjectionStates {
  readonly projections: readonly { readonly name: string; readonly position: string; readonly updatedAt: string }[];
  readonly parked: readonly {
    readonly projection: string;
    readonly stream: string;
    readonly revision: number;
    readonly at: string;
  }[];
}

export async function projectionStates(db: Kysely<ReadTables>): Promise<ProjectionStates> {
  const [checkpoints, parked] = await Promise.all([
    db.selectFrom('read.checkpoint').selectAll().orderBy('projection').execute(),
    db.selectFrom('read.parked').selectAll().orderBy('position').execute(),
  ]);
  // of the events that wait in a stream, the first is the one that could not be taken
  const first = new Map(parked.toReversed().map((row) => [`${row.projection} ${row.stream}`, row]));
  return {
    projections: checkpoints.map(({ projection, position, updated_at }) => ({
      name: projection,
      position: String(position),
      updatedAt: new Date(updated_at).toISOString(),
    })),
    parked: [...first.values()].toReversed().map(({ projection, stream, revision, parked_at }) => ({
      projection,
      stream,
      revision,
      at: new Date(parked_at).toISOString(),
    })),
  };
}
