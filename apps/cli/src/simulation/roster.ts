import { instancesOf, type InstanceRef, type LocalDate, type PlanDocument, type PlannedObjective } from '#domain';
import { officeOf, type Organisation } from './organisation.js';

/** A share as the scenario names it: `14.2.1/FI-2`. */
export interface NamedShare {
  readonly name: string;
  readonly shareId: string;
  readonly areaId: string;
  readonly objective: PlannedObjective;
}

/** The plan's shares by the names the scenario gives them. */
export interface Roster {
  readonly shares: readonly NamedShare[];
  readonly objectives: readonly PlannedObjective[];
  share(name: string): NamedShare | undefined;
}

export function rosterOf(document: PlanDocument, organisation: Organisation): Roster {
  const lettersOf = new Map(
    organisation.accounts.flatMap((account) => (account.letters ? [[officeOf(account), account.letters]] : [])),
  );
  const shares = document.objectives.flatMap((objective) =>
    objective.shares.map(({ id, areaId }): NamedShare => {
      const letters = lettersOf.get(areaId);
      if (letters === undefined)
        throw new Error(`No account of the organisation heads ${areaId}, which has share ${id}`);
      const ordinal = id.slice(`${objective.id}-${areaId}`.length);
      return { name: `${objective.id}/${letters}${ordinal}`, shareId: id, areaId, objective };
    }),
  );
  const byName = new Map(shares.map((share) => [share.name, share]));
  return { shares, objectives: document.objectives, share: (name) => byName.get(name) };
}

/**
 * The instance a report answers.
 *
 * @param wanted  the day it falls due, or `next`: the first due on `day` or later
 * @returns undefined when the share has none such; the first deadline where two fall due on one day
 */
export function instanceOf(
  { objective, shareId }: NamedShare,
  wanted: LocalDate,
  day: LocalDate,
): InstanceRef | undefined {
  const due = objective.deadlines
    .filter(({ shareIds }) => shareIds.includes(shareId))
    .flatMap((deadline) => instancesOf(deadline))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .find(({ dueOn }) => (wanted === 'next' ? dueOn >= day : dueOn === wanted));
  return due && { deadlineId: due.deadlineId, instance: due.instance };
}
