import { sql, type Kysely } from 'kysely';
import type { ActReference, Instant, LocalDate } from '#domain';
import type { ReadTables, SeparationCheckRow } from '#postgres';
import { brokenAsKnown } from './broken.js';
import type { Known } from './known.js';
import { ENDS } from './namings.js';

/** Who named whoever took a step to the office as which they did, while it was under way and they were a party to it. */
export interface NamedBy {
  readonly person: string;
  readonly office: string;
  readonly what: 'tenure' | 'delegation';
  /** The first day of what was recorded. */
  readonly from: LocalDate;
  readonly recordedAt: Instant;
  readonly act: ActReference | null;
}

/** What parties wrote of who judges them. */
export interface ByParties {
  /** Positions of those rows. */
  readonly rows: ReadonlySet<string>;
  /** By the position of each step that somebody took whom they named. */
  readonly steps: ReadonlyMap<string, NamedBy>;
}

type Pair = SeparationCheckRow & { readonly naming: string };

/** From the log alone: a step of an approval that had set out before, taken afterwards as the office, by whom it names or instead of whom it ends. */
export async function namedByParties(db: Kysely<ReadTables>, known: Known): Promise<ByParties> {
  const written = await sql<SeparationCheckRow>`
    select * from read.separation_check where subject = 'organisation' order by position`.execute(db);
  const [rows, steps] = [new Set<string>(), new Map<string, NamedBy>()];
  if (written.rows.length === 0) return { rows, steps };
  const namings = new Map(written.rows.map((naming) => [String(naming.position), naming]));
  const pairs = await sql<Pair>`
    select naming.position as naming, taken.*
    from read.separation_check as naming
    join read.separation_check as taken
      on taken.office = naming.offices ->> 0
      and taken.set_out < naming.position and naming.position < taken.position
      and (naming.step = any(${ENDS}::text[]) or taken.person = naming.beneficiaries ->> 0)
    where naming.subject = 'organisation'
    order by naming.position`.execute(db);
  for (const { naming: position, ...taken } of pairs.rows) {
    const naming = namings.get(String(position));
    if (naming === undefined || !wasParty(naming, taken, known)) continue;
    rows.add(String(position));
    const told = ENDS.includes(naming.step) ? null : namedIn(naming, known);
    if (told !== null) steps.set(String(taken.position), told);
  }
  return { rows, steps };
}

/** Whether whoever wrote it was then on a side of what the step judges: by what was known then, whatever steps they took. */
function wasParty(naming: SeparationCheckRow, taken: SeparationCheckRow, known: Known): boolean {
  const { person, office, days, position, recorded_at } = naming;
  const [day = naming.occurred_on] = days;
  const as = { person, office, days: [day], position, recorded_at, on_behalf_of: null, any_place: true, earlier: [] };
  return brokenAsKnown({ ...taken, ...as }, known, recorded_at) !== null;
}

function namedIn({ person, office, subject_id, recorded_at, act, step }: SeparationCheckRow, known: Known): NamedBy {
  const isLent = step === 'delegate';
  const found = (isLent ? known.delegations : known.tenures).find(({ id }) => id === subject_id);
  const from = found?.from_day ?? recorded_at.slice(0, 10);
  return { person, office, what: isLent ? 'delegation' : 'tenure', from, recordedAt: recorded_at, act };
}
