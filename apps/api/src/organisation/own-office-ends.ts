import { addDays, isHeld, tenuresOf, type LocalDate, type OrganisationState, type OwnOffice } from '#domain';

type Told = Pick<OrganisationState, 'tenures'>;

/** An office that somebody has by their account alone, and no more as soon as the organisation says something of them. */
export interface Ending {
  readonly person: string;
  readonly office: string;
  /** The first day without it. */
  readonly from: LocalDate;
}

/** Which of them end by what the organisation came to say, and by nothing that gives the same office on. */
export function endedBy(before: Told, after: Told, accounts: readonly OwnOffice[]): readonly Ending[] {
  const own = ({ tenures }: Told) => tenuresOf([...tenures.values()], accounts).slice(tenures.size);
  const left = own(after);
  const told = [...after.tenures.values()];
  return own(before).flatMap(({ person, office, from: begun, to }) => {
    const same = left.find((one) => one.person === person && one.office === office && one.from === begun);
    if (same !== undefined && same.to === to) return [];
    const from = same === undefined || same.to === null ? begun : addDays(same.to, 1);
    const goesOn = told.some((one) => one.person === person && one.office === office && isHeld(one, from));
    return goesOn ? [] : [{ person, office, from }];
  });
}
