import { requireAct } from '../act.js';
import { daysBetween, requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { OrganisationCommand, OrganisationEvent } from './messages.js';
import type { OrganisationState } from './state.js';
import { overlap } from './tenures.js';

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

/** What stands longer than a year is an office, and wants its own act. */
const LONGEST_DAYS = 366;

/** Whoever holds an office delegates it by themselves; for anybody else's, an act must say so. */
export function delegate(command: CommandOf<'organisation.delegate'>, state: OrganisationState): OrganisationEvent[] {
  const { delegationId, kind, office, person, from, until, subjects, act, by, at } = command;
  requireText(delegationId, 'delegationId');
  requireText(office, 'office');
  requireText(person, 'person');
  requireDate(from, 'from');
  requireDate(until, 'until');
  if (until < from) throw new Refused('value/out-of-range', { field: 'until', value: until, min: from });
  if (daysBetween(from, until) >= LONGEST_DAYS) {
    throw new Refused('organisation/delegation-too-long', { office, from, until, days: LONGEST_DAYS });
  }
  if (subjects?.length === 0) throw new Refused('value/text-missing', { field: 'subjects' });
  if (act !== null) requireAct(act, at, 'value/out-of-range');
  if (act === null && by.office !== office) throw new Refused('organisation/act-missing', { office });
  if (state.delegations.has(delegationId)) {
    throw new Refused('value/not-unique', { field: 'delegationId', value: delegationId });
  }
  const holds = [...state.tenures.values()].some(
    (tenure) => tenure.person === person && tenure.office === office && overlap(tenure, { from, to: until }),
  );
  // of who holds it by their account alone the organisation knows nothing
  if (holds || (person === by.id && office === by.office))
    throw new Refused('organisation/delegate-holds-it', { office });
  const same = [...state.delegations.values()].find(
    (other) =>
      other.office === office &&
      other.to.person === person &&
      other.from <= other.until &&
      overlap({ from: other.from, to: other.until }, { from, to: until }),
  );
  if (same !== undefined) {
    throw new Refused('organisation/already-delegated', { office, from: same.from, until: same.until });
  }
  return [
    {
      type: 'organisation.delegated.v1',
      data: { delegationId, kind, office, person, from, until, subjects, act },
    },
  ];
}

export function revoke(
  { delegationId, reason, at }: CommandOf<'organisation.revoke-delegation'>,
  state: OrganisationState,
): OrganisationEvent[] {
  requireText(reason, 'reason');
  const delegation = state.delegations.get(delegationId);
  if (delegation === undefined) throw new Refused('organisation/unknown-delegation', { delegation: delegationId });
  const on = romeDayOf(at);
  const { office, until, to } = delegation;
  if (until < on) throw new Refused('organisation/delegation-over', { office, until });
  return [
    {
      type: 'organisation.delegation-revoked.v1',
      data: { delegationId, office, person: to.person, on, reason },
    },
  ];
}
