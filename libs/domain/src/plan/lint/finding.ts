import type { Decimal, Source } from '../../values.js';
import type { Label } from '../../workflow/label.js';

/** What a plan is looked through for, and how each is called. The codes are public: waivers and documents name them. */
export const lintRuleNames = {
  'lint/no-target': { it: 'Senza risultato misurabile', en: 'No measurable target' },
  'lint/no-baseline': { it: 'Senza valore di partenza', en: 'No baseline' },
  'lint/closed-day': { it: 'Scadenza di sabato, domenica o festivo', en: 'Deadline on a weekend or holiday' },
  'lint/cross-area-chain': { it: 'Catena fra aree senza data intermedia', en: 'Chain of areas without interim date' },
  'lint/one-indicator': { it: 'Troppi punti su un indicatore', en: 'Too many points on one indicator' },
  'lint/defined-elsewhere': { it: 'Obiettivo definito in altri atti', en: 'Goal defined in other acts' },
  'lint/compulsory-goal': { it: 'Obiettivo obbligatorio mancante', en: 'Compulsory goal missing' },
  'lint/retroactive-start': { it: 'Inizio prima dell’approvazione', en: 'Start before the approval' },
  'lint/late-plan': { it: 'Piano approvato tardi', en: 'Plan approved late' },
  'lint/ceiling': { it: 'Pesi e massimi', en: 'Weights and ceilings' },
  'lint/own-findings': { it: 'Segretario valutato su ciò che accerta', en: 'Segretario scored on own findings' },
} as const satisfies Readonly<Record<string, Label>>;

export type LintRule = keyof typeof lintRuleNames;

export const lintRules = Object.keys(lintRuleNames) as readonly LintRule[];

/** Something in a plan that will make trouble later; nothing is refused for it. */
export interface Finding {
  /** Rule and place: the same in every reading of the same plan, so that a waiver can name it. */
  readonly id: string;
  readonly rule: LintRule;
  /** A warning asks for a change or a reason; an information for nothing. */
  readonly severity: 'warning' | 'info';
  /** As numbered in the plan; null where it concerns the whole. */
  readonly objectiveId: string | null;
  readonly shareIds: readonly string[];
  readonly areaId: string | null;
  readonly source: Source | null;
  readonly says: Label;
  /** The article or source it rests on. */
  readonly basis: string;
  readonly figures: Figures;
}

export interface Figures {
  /** Points of weight that are concerned; null where none is. */
  readonly points: Decimal | null;
  /** Of how many. */
  readonly of: Decimal | null;
}

/** What a rule gives; its name is put before `id` when it is run. */
export type Found = Omit<Finding, 'rule'>;

export const NO_FIGURES: Figures = { points: null, of: null };
