/** The number in the plan, mission and strategic objective included: `2022-20.4.1a` → `20.4.1a`. */
export function numberOf(objectiveId: string): string {
  return objectiveId.slice(objectiveId.indexOf('-') + 1);
}
