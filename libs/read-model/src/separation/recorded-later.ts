import { sql, type RawBuilder } from 'kysely';

/** Whoever took a step, the one in whose place, and whoever they may have acted for. */
const LINKED = sql`
  with recursive linked (person) as (
    select own.person from (values (taken.person), (taken.on_behalf_of)) as own (person) where own.person is not null
    union
    select lender.person from linked
      join read.delegation as given on given.person = linked.person
      join read.tenure as lender on lender.office = given.office)
  select linked.person from linked`;

/** What the organisation said of them after the step, with whether it is of an office that answers for it. */
const LATER = sql`
  select 'tenure' as what, told.from_day, told.recorded_at, told.act,
    (taken.offices || taken.scored) @> to_jsonb(told.office) as of_party
  from read.tenure as told
  where told.stream <> told.person and told.recorded_at > taken.recorded_at and told.person in (${LINKED})
  union all
  select 'delegation', told.from_day, told.recorded_at, told.act,
    (taken.offices || taken.scored) @> to_jsonb(told.office)
  from read.delegation as told
  where told.recorded_at > taken.recorded_at and told.person in (${LINKED})`;

/**
 * The tenure or delegation with whose recording, after it, a step came to break a rule; null: by what was recorded before it did
 * already. Whoever took the step may not have known.
 *
 * @param brokenAs  the rule that it breaks, of what was recorded by some moment
 */
export function recordedLater(brokenAs: (known: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select jsonb_build_object('what', later.what, 'from', later.from_day, 'recordedAt', later.recorded_at, 'act', later.act)
    from (${LATER}) as later
    where ${brokenAs(sql`taken.recorded_at`)} is null and ${brokenAs(sql`later.recorded_at`)} is not null
    order by later.recorded_at, later.of_party desc limit 1)`;
}
