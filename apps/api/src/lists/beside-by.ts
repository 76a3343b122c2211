import {
  judgedBeside,
  type JudgedBeside,
  type OfficeDefinition,
  type OrganisationState,
  type OwnOffice,
} from '#domain';

type Told = Pick<OrganisationState, 'tenures'>;

/** Who came to be of a body that judges and of an office that it judges, by the tenures that were told since; each pair once. */
export function besideBy(
  before: Told,
  after: Told,
  accounts: readonly OwnOffice[],
  offices: readonly OfficeDefinition[],
): readonly (JudgedBeside & { readonly person: string })[] {
  const all = [...after.tenures];
  const found = all.flatMap(([id, taken]) => {
    if (before.tenures.has(id)) return [];
    const others = all.flatMap(([other, tenure]) => (other === id ? [] : [tenure]));
    return judgedBeside(taken, others, accounts, offices).map((one) => ({ person: taken.person, ...one }));
  });
  return [...new Map(found.map((one) => [[one.person, one.body, one.office].join('/'), one])).values()];
}
