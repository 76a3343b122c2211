import { sql, type Kysely } from 'kysely';
import { creditedFor, type ActReference, type Credited, type Holding, type Instant, type LocalDate } from '#domain';
import type { ReadTables } from '#postgres';

/** A share that was given to an office, as it was recorded. */
export interface Assignment {
  readonly plan: string;
  readonly share: string;
  readonly office: string;
  readonly from_day: LocalDate;
  readonly recorded_at: Instant;
  readonly act: ActReference | null;
}

/** A share that a variation brought in. */
interface BroughtIn {
  readonly plan: string;
  readonly share: string;
  readonly recorded_at: Instant;
}

/** Days that an office has by a share, since they were recorded; null: with the plan, or the log does not say. */
export interface CreditKnown extends Credited {
  readonly recordedAt: Instant | null;
}

export interface SharesKnown {
  /** Offices that answered for a share of whichever plan that is no draft, on which days of its year. */
  readonly answered: readonly CreditKnown[];
  /** Those that have the credit of days of some share, by its plan. */
  readonly credited: ReadonlyMap<string, readonly CreditKnown[]>;
  /** Whatever gave a share to another office than its area, and what corrected its first day. */
  readonly assignments: readonly Assignment[];
}

/** A share that was not removed: its area, and the offices that had it. */
interface Answered {
  readonly plan: string;
  readonly share: string;
  readonly area: string;
  readonly horizon: LocalDate;
  readonly holders: readonly Holding[];
}

/** What the shares of all plans say of who answers for them, and when that was recorded. */
export async function sharesKnown(db: Kysely<ReadTables>): Promise<SharesKnown> {
  const { rows: shares } = await sql<Answered>`
    select share.plan_id as plan, share.share_id as share, share.area_id as area, plan.horizon,
      share.moves -> 'holders' as holders
    from read.share join read.plan using (plan_id)
    where plan.status <> 'drafted' and jsonb_typeof(share.moves -> 'removal') = 'null'`.execute(db);
  const { rows: assignments } = await sql<Assignment>`
    select plan_id as plan, share_id as share, data ->> 'office' as office, data ->> 'from' as from_day, recorded_at,
      data -> 'act' as act
    from read.event
    where type in ('objective.assigned.v1', 'objective.assignment-corrected.v1')
      and data ->> 'from' is not null
    order by position`.execute(db);
  const { rows: broughtIn } = await sql<BroughtIn>`
    select plan_id as plan, jsonb_array_elements_text(data -> 'addedShares') as share, recorded_at
    from read.event
    where type = 'plan.varied.v1' and jsonb_typeof(data -> 'addedShares') = 'array'
    order by position`.execute(db);
  const since = new Map(broughtIn.map((one) => [keyOf(one), one.recorded_at]));
  const byShare = new Map<string, Assignment[]>();
  for (const one of assignments) byShare.set(keyOf(one), [...(byShare.get(keyOf(one)) ?? []), one]);
  const credited = new Map<string, CreditKnown[]>();
  const answered: CreditKnown[] = [];
  for (const share of shares) {
    const { plan, area, horizon, holders } = share;
    const told = (one: Credited) =>
      sinceTold(one, area, byShare.get(keyOf(share)) ?? [], since.get(keyOf(share)) ?? null);
    const its = credited.get(plan) ?? [];
    its.push(...creditedFor({ areaId: area, holders }, horizon).flatMap(told));
    credited.set(plan, its);
    answered.push(...answeredIn(share).flatMap(told));
  }
  return {
    answered: eachOnce(answered),
    credited: new Map([...credited].map(([plan, its]) => [plan, eachOnce(its)])),
    assignments,
  };
}

/** An area has its share by the plan, or since a variation brought it in; of another office each recording tells the days from its own first one. */
function sinceTold(
  one: Credited,
  area: string,
  assignments: readonly Assignment[],
  broughtIn: Instant | null,
): readonly CreditKnown[] {
  const always = { ...one, recordedAt: broughtIn };
  if (one.office === area) return [always];
  const told = assignments
    .filter(({ office, from_day }) => office === one.office && one.from <= from_day && from_day <= one.to)
    .map(({ from_day: from, recorded_at: recordedAt }) => ({ ...one, from, recordedAt }));
  return told.some(({ from }) => from === one.from) ? told : [always];
}

function answeredIn({ holders, horizon }: Answered): readonly Credited[] {
  const first = `${horizon.slice(0, 4)}-01-01`;
  return holders
    .map(({ office, from, to }) => ({ office, from: from ?? first, to: to === null || to > horizon ? horizon : to }))
    .filter(({ from, to }) => from <= to);
}

function keyOf({ plan, share }: Pick<Answered, 'plan' | 'share'>): string {
  return `${plan} ${share}`;
}

function eachOnce(credited: readonly CreditKnown[]): readonly CreditKnown[] {
  return [...new Map(credited.map((one) => [`${one.office} ${one.from} ${one.to} ${one.recordedAt}`, one])).values()];
}
