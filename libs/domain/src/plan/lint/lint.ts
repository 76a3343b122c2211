import type { MonthDay } from '../../calendar/working-days.js';
import type { Decimal, LocalDate } from '../../values.js';
import type { PlanDocument } from '../document.js';
import { ceilings } from './ceilings.js';
import { closedDays } from './closed-days.js';
import { compulsoryGoals } from './compulsory-goals.js';
import { crossAreaChains } from './cross-area-chains.js';
import { definedElsewhere } from './defined-elsewhere.js';
import { lintRules, type Finding, type Found, type LintRule } from './finding.js';
import { latePlan } from './late-plan.js';
import { looked, pointsOf, type LookedAt } from './looked-at.js';
import { noBaseline } from './no-baseline.js';
import { noTarget } from './no-target.js';
import { oneIndicator } from './one-indicator.js';
import { ownFindings } from './own-findings.js';
import { retroactiveStart } from './retroactive-start.js';

/** What a plan would make trouble with, found before it is approved. */
export interface Lint {
  /** By rule, then in the order of the plan. */
  readonly findings: readonly Finding[];
  /** Of each rule that found something. */
  readonly totals: readonly LintTotal[];
  /** All the points of the plan. */
  readonly points: Decimal;
}

export interface LintTotal {
  readonly rule: LintRule;
  readonly count: number;
  /** Of the shares concerned, each once; null where none has a weight. */
  readonly points: Decimal | null;
}

export interface LintOptions {
  /** The municipality's own holiday. */
  readonly patronDay?: MonthDay | null;
  /** The day on which a plan without an act would be approved. */
  readonly today?: LocalDate;
}

const RULES: Readonly<Record<LintRule, (at: LookedAt) => readonly Found[]>> = {
  'lint/no-target': noTarget,
  'lint/no-baseline': noBaseline,
  'lint/closed-day': closedDays,
  'lint/cross-area-chain': crossAreaChains,
  'lint/one-indicator': oneIndicator,
  'lint/defined-elsewhere': definedElsewhere,
  'lint/compulsory-goal': compulsoryGoals,
  'lint/retroactive-start': retroactiveStart,
  'lint/late-plan': latePlan,
  'lint/ceiling': ceilings,
  'lint/own-findings': ownFindings,
};

/** Looks a plan through, by every rule. Never refuses: whoever validates may waive a finding with a reason. */
export function lintOf(document: PlanDocument, { patronDay = null, today }: LintOptions = {}): Lint {
  const at = looked(document, { patronDay, approvedOn: document.act?.date ?? today ?? null });
  const findings = lintRules.flatMap((rule) =>
    RULES[rule](at).map(({ id, ...found }): Finding => ({ id: `${rule}:${id}`, rule, ...found })),
  );
  const shares = at.shares.map(({ share }) => share);
  return {
    findings,
    totals: lintRules.flatMap((rule): LintTotal[] => {
      const own = findings.filter((finding) => finding.rule === rule);
      const concerned = new Set(own.flatMap(({ shareIds }) => shareIds));
      const points = pointsOf(shares.filter(({ id }) => concerned.has(id)));
      return own.length === 0 ? [] : [{ rule, count: own.length, points }];
    }),
    points: pointsOf(shares) ?? '0',
  };
}

/** What was found on one objective; the plan's own findings concern all of them and are left out. */
export function findingsOn({ findings }: Lint, objectiveId: string): readonly Finding[] {
  return findings.filter((finding) => finding.objectiveId === objectiveId);
}
