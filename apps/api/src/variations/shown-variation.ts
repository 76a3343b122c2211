import { saidOf, type Language } from '#contract';
import { indicatorTold, type PlanChange, type TermEnded, type VariationState } from '#domain';
import type { Answer } from '../http/call.js';
import { pointsInWords, weightsMoved } from './weights-moved.js';

type Summary = Answer<'variations'>['variations'][number];
type Standing = {
  readonly variationId: string;
  readonly planId: string;
  readonly requestedAt: string;
  readonly state: VariationState;
  readonly revision: number;
};

/** What people call an area. */
type NameOf = (area: string) => string;

export function shownSummary(
  { variationId, planId, requestedAt, state, revision }: Standing,
  language: Language,
  nameOf: NameOf,
): Summary {
  const { asked, before, office, touched, act, notAppliedBecause, notTaken = [], termsEnded = [] } = state;
  return {
    variationId,
    planId,
    status: state.status === 'none' ? 'open' : state.status,
    reason: asked?.reason ?? '',
    office: office ?? '',
    requestedAt,
    changes: (asked?.changes ?? []).map((change, index) => ({
      ...shownChange(change, before[index] ?? null, language, nameOf, termsEnded),
      objectiveId: objectiveIn(change, planId),
    })),
    objectives: Object.keys(touched).map((objective) => `${planId}-${objective}`),
    step: awaited(state, language),
    act,
    notAppliedBecause,
    notAppliedSays: notAppliedBecause === null ? null : saidOf(notAppliedBecause, language),
    notTaken: notTaken.map(({ objectiveId, code }) => ({
      objectiveId: `${planId}-${objectiveId}`,
      code,
      says: saidOf(code, language),
    })),
    revision,
  };
}

export function shownVariation(
  standing: Standing,
  added: Answer<'variation'>['added'],
  language: Language,
  nameOf: NameOf,
): Omit<Answer<'variation'>, 'missed'> {
  const { approval, status } = standing.state;
  const passed = approval?.passed ?? [];
  const open = status === 'open' ? approval?.chain.steps.find(({ id }) => !passed.includes(id)) : undefined;
  return {
    ...shownSummary(standing, language, nameOf),
    steps: (approval?.chain.steps ?? []).map((step) => ({
      id: step.id,
      name: step.name,
      status: passed.includes(step.id) ? 'passed' : step === open ? 'awaited' : 'to-come',
      offices: [...(approval?.panels[step.id]?.offices ?? [])],
    })),
    points: [...(approval?.points ?? [])],
    added,
  };
}

function awaited({ approval, status }: VariationState, language: Language): Summary['step'] {
  const step = approval?.chain.steps.find(({ id }) => !approval.passed.includes(id));
  if (status !== 'open' || approval === null || step === undefined) return null;
  return {
    id: step.id,
    name: step.name[language],
    offices: [...(approval.panels[step.id]?.offices ?? [])],
    outcomes: step.outcomes.filter((outcome) => outcome !== 'correct-degree'),
    needsAct: step.act !== null,
  };
}

function shownChange(
  change: PlanChange,
  before: string | null,
  language: Language,
  nameOf: NameOf,
  ended: readonly TermEnded[],
) {
  return { kind: change.kind, before, ...inWords(change, before, language, nameOf, ended) };
}

function objectiveIn(change: PlanChange, planId: string): string | null {
  const number = 'objectiveId' in change ? change.objectiveId : 'objective' in change ? change.objective.id : null;
  return number === null ? null : `${planId}-${number}`;
}

function inWords(
  change: PlanChange,
  before: string | null,
  language: Language,
  nameOf: NameOf,
  ended: readonly TermEnded[],
): { after: string; says: string } {
  const it = language === 'it';
  switch (change.kind) {
    case 'move-deadline': {
      const term = ended.find(
        ({ objectiveId, deadlineId }) => objectiveId === change.objectiveId && deadlineId === change.deadlineId,
      );
      const days = (before ?? '').split('; ').map(digits).join(', ');
      const was = before === null ? '' : it ? ` dal ${days}` : ` from ${days}`;
      const says = it
        ? `Scadenza spostata${was} al ${digits(change.to)}`
        : `Deadline moved${was} to ${digits(change.to)}`;
      return { after: change.to, says: `${says}${term === undefined ? '' : endedInWords(term, it)}` };
    }
    case 'change-indicator': {
      const after = indicatorTold(change);
      const says = it
        ? `Indicatore: da «${before ?? ''}» a «${after}»`
        : `Indicator: from “${before ?? ''}” to “${after}”`;
      return { after, says };
    }
    case 'move-weight':
      return weightsMoved(change, before, language, nameOf);
    case 'add-share': {
      const { areaId, weight } = change.share;
      const points = weight === null ? '' : `, ${pointsInWords(weight, language)}`;
      const area = nameOf(areaId);
      return { after: areaId, says: it ? `Nuova quota: ${area}${points}` : `New share: ${area}${points}` };
    }
    case 'add-objective':
      return {
        after: change.objective.title,
        says: it ? `Nuovo obiettivo: «${change.objective.title}»` : `New objective: “${change.objective.title}”`,
      };
    case 'remove-objective':
      return { after: change.note, says: it ? `Stralcio: ${change.note}` : `Removed (stralcio): ${change.note}` };
  }
}

/** No fact begins the term any more; what was settled of it stays. */
function endedInWords({ settled }: TermEnded, it: boolean): string {
  const stays = settled.map(digits).join(', ');
  const day = it
    ? '; il termine non si conta più da un fatto e diventa un giorno fisso'
    : '; the term is counted from a fact no more and becomes a fixed day';
  if (stays === '') return day;
  return it ? `${day}, ciò che è passato resta (${stays})` : `${day}, what has passed stays (${stays})`;
}

function digits(date: string): string {
  return date.split('-').toReversed().join('/');
}
