import type { QueryBus } from '@nestjs/cqrs';
import {
  evaluatingAt,
  isHeld,
  stepsOf,
  vacanciesAmong,
  type LocalDate,
  type OutOfUse,
  type Participant,
  type Staff,
  type Vacancy,
  type WorkflowDefinition,
} from '#domain';
import { Ask } from '../queries/ask.handler.js';

export interface NeededVacancy extends Vacancy {
  /** Shares not settled that it answers for. */
  readonly openShares: number;
  /** Where the definition wants it: `rendicontazione/verifica`, `objective/liquidate`, `evaluations/conductors`. */
  readonly steps: readonly string[];
}

/** The offices that have shares, or that the definition wants, and that nobody holds on the day, or nobody whose account is in use. */
export async function vacanciesOn(
  queries: QueryBus,
  workflow: WorkflowDefinition,
  day: LocalDate,
): Promise<readonly NeededVacancy[]> {
  const [{ tenures, delegations, outOfUse }, openShares] = await Promise.all([
    queries.execute(new Ask('organisationView', day)),
    queries.execute(new Ask('openSharesByOffice')),
  ]);
  const places = placesByOffice(workflow, { day, tenures }, outOfUse);
  const staff = {
    day,
    tenures,
    // one that was revoked does not count, whatever its last day was
    delegations: delegations
      .filter(({ now }) => now)
      .map(({ delegationId, person, ...delegation }) => ({ ...delegation, id: delegationId, to: { person } })),
  };
  return vacanciesAmong([...openShares.keys(), ...places.keys()], staff, outOfUse).map((vacancy) => ({
    ...vacancy,
    openShares: openShares.get(vacancy.office) ?? 0,
    steps: places.get(vacancy.office) ?? [],
  }));
}

/** Where each office is waited for: by its name, or because it has a role that nobody can act by now, or was the one with it. */
function placesByOffice(
  workflow: WorkflowDefinition,
  { day, tenures }: Pick<Staff, 'day' | 'tenures'>,
  outOfUse: OutOfUse,
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  const held = tenures.filter((tenure) => isHeld(tenure, day));
  const officesOf = (participant: Participant): readonly string[] => {
    if ('office' in participant) return [participant.office];
    if (!('role' in participant)) return [];
    const { role } = participant;
    const having = held.filter(({ roles }) => roles.includes(role));
    if (having.some(({ person }) => !outOfUse.has(person))) return [];
    if (having.length > 0) return having.map(({ office }) => office);
    return tenures.filter(({ from, roles }) => from <= day && roles.includes(role)).map(({ office }) => office);
  };
  for (const { participant, place } of namedIn(workflow)) {
    for (const office of new Set(officesOf(participant))) {
      places.set(office, [...new Set([...(places.get(office) ?? []), place])]);
    }
  }
  return places;
}

/** Also the substitutes, without whom a reroute leads nowhere; and who moves objectives, or evaluates persons. */
function namedIn(
  workflow: WorkflowDefinition,
): readonly { readonly participant: Participant; readonly place: string }[] {
  const steps = stepsOf(workflow).flatMap(({ subject, step: { id, who, substitute } }) =>
    (substitute === null ? who : [...who, substitute]).map((participant) => ({
      participant,
      place: `${subject}/${id}`,
    })),
  );
  const transitions = workflow.objective.transitions.flatMap(({ verb, who }) =>
    who.map((participant) => ({ participant, place: `objective/${verb}` })),
  );
  const evaluating = evaluatingAt(workflow).map(({ participant, path }) => ({
    participant,
    place: path.slice(0, 2).join('/'),
  }));
  return [...steps, ...transitions, ...evaluating];
}
