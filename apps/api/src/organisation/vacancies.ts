import type { QueryBus } from '@nestjs/cqrs';
import { vacanciesAmong, type LocalDate, type Vacancy, type WorkflowDefinition } from '#domain';
import { Ask } from '../queries/ask.handler.js';

export interface NeededVacancy extends Vacancy {
  /** Shares not settled that it answers for. */
  readonly openShares: number;
  /** Steps that name it, as `rendicontazione/verifica`. */
  readonly steps: readonly string[];
}

/** The offices that have shares or steps, and that nobody holds on the day. */
export async function vacanciesOn(
  queries: QueryBus,
  workflow: WorkflowDefinition,
  day: LocalDate,
): Promise<readonly NeededVacancy[]> {
  const [{ tenures, delegations }, openShares] = await Promise.all([
    queries.execute(new Ask('organisationView', day)),
    queries.execute(new Ask('openSharesByOffice')),
  ]);
  const stepsOf = stepsByOffice(workflow);
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
  return vacanciesAmong([...openShares.keys(), ...stepsOf.keys()], staff).map((vacancy) => ({
    ...vacancy,
    openShares: openShares.get(vacancy.office) ?? 0,
    steps: stepsOf.get(vacancy.office) ?? [],
  }));
}

/** Also of the substitutes: where one is missing, a reroute leads nowhere. */
function stepsByOffice({ chains }: WorkflowDefinition): ReadonlyMap<string, readonly string[]> {
  const stepsOf = new Map<string, string[]>();
  for (const [subject, { steps }] of Object.entries(chains)) {
    for (const { id, who, substitute } of steps) {
      for (const participant of substitute === null ? who : [...who, substitute]) {
        if (!('office' in participant)) continue;
        stepsOf.set(participant.office, [...(stepsOf.get(participant.office) ?? []), `${subject}/${id}`]);
      }
    }
  }
  return stepsOf;
}
