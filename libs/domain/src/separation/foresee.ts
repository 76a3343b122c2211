import type { Staff } from '../organisation/staff.js';
import type { PlanDocument } from '../plan/document.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { SeparationRule } from './rules.js';
import { sharesOfSameFinding } from './same-finding.js';
import { barredOffices, eligible } from './separation.js';

/** A step that an office named by the chain may not take on a share of the plan. */
export interface ForeseenConflict {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly step: string;
  readonly office: string;
  readonly rule: SeparationRule;
  /** Who takes it instead; null: nobody may, and the report could not even be submitted. */
  readonly substitutes: readonly string[] | null;
}

/** What duty separation will say of the reports on a plan's shares, while there is time to name a substitute. */
export function foreseeConflicts(
  { objectives }: PlanDocument,
  { steps }: ChainDefinition,
  staff: Staff,
): readonly ForeseenConflict[] {
  return objectives.flatMap((objective) => {
    const areaOf = new Map(objective.shares.map(({ id, areaId }) => [id, areaId]));
    return objective.shares.flatMap(({ id: shareId, areaId }) => {
      const scored = sharesOfSameFinding(objective, shareId).flatMap((id) => areaOf.get(id) ?? []);
      const parties = { authors: [], offices: [areaId], scored, beneficiaries: [] };
      const relations = { 'head-of-area': [areaId], assignee: [areaId], proposer: [areaId] };
      return steps.flatMap((step) => {
        const panel = eligible(step, parties, staff, relations, 'rendicontazione');
        const [barred] = barredOffices(step, parties, staff, relations, 'rendicontazione');
        if (barred === undefined || (panel !== null && panel.reroutedFrom === null)) return [];
        const { office, rule } = barred;
        const substitutes = panel?.offices ?? null;
        return [{ objectiveId: objective.id, shareId, step: step.id, office, rule, substitutes }];
      });
    });
  });
}
