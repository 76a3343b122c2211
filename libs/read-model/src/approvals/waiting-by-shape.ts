import type { Kysely } from 'kysely';
import { waitingAt, type Approval, type Staff, type WaitingAt } from '#domain';
import type { ReadTables } from '#postgres';

/** For whom approvals of one shape wait today. */
export type WaitingByShape = ReadonlyMap<string, Pick<WaitingAt, 'who' | 'stuck'>>;

/** Staff never changes: what was found for it stays true. */
const known = new WeakMap<Staff, Map<string, Pick<WaitingAt, 'who' | 'stuck'>>>();

const NO_CALENDAR = { patronDay: null };

/** For each shape of what is open: whom it waits for. The rules are asked once for each, and again when staff changes. */
export async function waitingByShape(db: Kysely<ReadTables>, staff: Staff): Promise<WaitingByShape> {
  const found = known.get(staff) ?? new Map<string, Pick<WaitingAt, 'who' | 'stuck'>>();
  known.set(staff, found);
  const open = await db
    .selectFrom('read.approval')
    .select('shape')
    .distinct()
    .where('status', '=', 'open')
    .where('shape', 'is not', null)
    .execute();
  const shapes = open.flatMap(({ shape }) => (shape === null ? [] : [shape]));
  const missing = shapes.filter((shape) => !found.has(shape));
  if (missing.length > 0) {
    const rows = await db
      .selectFrom('read.approval')
      .select(['shape', 'approval'])
      .distinctOn('shape')
      .where((eb) => eb('shape', '=', eb.fn.any(eb.val(missing))))
      .execute();
    for (const { shape, approval } of rows) {
      const waiting = waitingAt(approval as Approval, staff, NO_CALENDAR); // as the projection put it
      if (shape !== null && waiting !== null) found.set(shape, { who: waiting.who, stuck: waiting.stuck });
    }
  }
  return new Map(
    shapes.flatMap((shape) => [[shape, found.get(shape)] as const]).flatMap(([s, w]) => (w ? [[s, w]] : [])),
  );
}

/** Those where an account could act now; with an office only as that one. */
export function shapesFor(waiting: WaitingByShape, account: string, office?: string): readonly string[] {
  return [...waiting]
    .filter(([, { who }]) =>
      who.some((seat) => (office === undefined || seat.office === office) && seat.persons.includes(account)),
    )
    .map(([shape]) => shape);
}

export function stuckShapes(waiting: WaitingByShape): readonly string[] {
  return [...waiting].filter(([, { stuck }]) => stuck !== null).map(([shape]) => shape);
}
