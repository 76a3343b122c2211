import type { QueryBus } from '@nestjs/cqrs';
import {
  evaluatingAt,
  isHeld,
  stepsOf,
  vacanciesAmong,
  type LocalDate,
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

/** The offices that have shares, or that the definition wants, and that nobody holds on the day. */
export async function vacanciesOn(
  queries: QueryBus,
  workflow: WorkflowDefinition,
  day: LocalDate,
): Promise<readonly NeededVacancy[]> {
  const [{ tenures, delegations }, openShares] = await Promise.all([
    queries.execute(new Ask('organisationView', day)),
    queries.execute(new Ask('openSharesByOffice')),
  ]);
  const places = placesByOffice(workflow, { day, tenures });
  const staff = {
    day,
    offices: [],
    tenures,
    // one that was revoked does not count, whatever its last day was
    delegations: delegations
      .filter(({ now }) => now)
      .map(({ delegationId, person, ...delegation }) => ({ ...delegation, id: delegationId, to: { person } })),
    beneficiaries: [],
  };
  return vacanciesAmong([...openShares.keys(), ...places.keys()], staff).map((vacancy) => ({
    ...vacancy,
    openShares: openShares.get(vacancy.office) ?? 0,
    steps: places.get(vacancy.office) ?? [],
  }));
}

/** Where each office is waited for: by its name, or because it was the one with a role that nobody has now. */
function placesByOffice(
  workflow: WorkflowDefinition,
  { day, tenures }: Pick<Staff, 'day' | 'tenures'>,
): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  const held = tenures.filter((tenure) => isHeld(tenure, day));
  const officesOf = (participant: Participant): readonly string[] => {
    if ('office' in participant) return [participant.office];
    if (!('role' in participant)) return [];
    const { role } = participant;
    if (held.some(({ roles }) => roles.includes(role))) return [];
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
