import type { LocalDate } from '../values.js';
import { isHearingAhead } from './guards.js';
import type { Delivered } from './messages.js';
import { foreseenIn, type Asking } from './foreseen.js';
import { awaitingCertification, changedSince } from './same-results.js';
import type { EvaluationState, Opened } from './state.js';
import { isGone } from './who-may.js';

/** What can be done next, beside the steps of the chain. */
export const evaluationActions = [
  'propose',
  'withdraw',
  'deliver-proposal',
  'observe',
  'offer-hearing',
  'record-hearing',
  'judge',
  'name-evaluator',
  'deliver-judgement',
  'request-conciliation',
  'name-conciliator',
  'conciliate',
  'make-definitive',
] as const;

export type EvaluationAction = (typeof evaluationActions)[number];

/** Something that waits for one person, or for whoever conducts evaluations. */
export interface EvaluationAwaits {
  readonly action: EvaluationAction;
  /** An account; null: whoever conducts. */
  readonly person: string | null;
  /** Of whom one may be, of those who conduct; null: whoever has the permission. */
  readonly offices: readonly string[] | null;
  /** The last day on which it can be done; of a judgement that came back, by which it is wanted; null: none. */
  readonly until: LocalDate | null;
  /** Whether the evaluation stands still until it is done; the rest is somebody's right. */
  readonly due: boolean;
}

/** What only who was named does. */
const THEIRS: readonly EvaluationAction[] = ['propose', 'offer-hearing', 'record-hearing', 'judge', 'conciliate'];

/** What the person does, whatever is proposed. */
const SPEAKING: readonly EvaluationAction[] = ['observe', 'request-conciliation'];

/**
 * What waits for whom, on a day.
 *
 * @param asking  with the staff of today: where whoever was named can judge no more, naming another waits for who conducts; absent:
 *   that is not asked
 */
export function evaluationAwaits(
  state: EvaluationState,
  today: LocalDate,
  asking: Asking = {},
): readonly EvaluationAwaits[] {
  const { opened, conciliator } = state;
  const { staff, counting } = asking;
  const isChanged = changedSince(state, counting).length > 0;
  const isUncertified = awaitingCertification(state, counting).length > 0;
  const waits = (isChanged ? proposedAnew(state, today, asking) : waitsOf(state, today, asking)).filter(
    ({ action }) => action !== 'propose' || !isUncertified, // it waits for who certifies
  );
  if (opened === null || staff === undefined) return waits;
  const isHeard = state.status === 'conciliation' && conciliator !== null && !isChanged;
  const isJudging = ['to-evaluate', 'proposed', 'notified', 'observed', 'heard'].includes(state.status);
  const isBack = state.status === 'judged' && state.approval?.status === 'returned';
  if (!isHeard && !isJudging && !isBack && !isChanged) return waits;
  if (!isGone(isHeard ? conciliator : opened.evaluator, opened, staff)) return waits;
  const anew = partiesAt(opened, null, asking).conductors(isHeard ? 'name-conciliator' : 'name-evaluator');
  return [...waits.filter(({ action }) => !THEIRS.includes(action)), anew];
}

/** By results that are others nobody is judged: it waits for a new proposal, and whoever may still speak does. */
function proposedAnew(state: EvaluationState, today: LocalDate, asking: Asking): readonly EvaluationAwaits[] {
  const { opened } = state;
  if (opened === null) return [];
  const { evaluator } = partiesAt(opened, null, asking);
  const others = waitsOf(state, today, asking).filter(({ action }) => SPEAKING.includes(action));
  return [evaluator('propose', true), ...others];
}

function waitsOf(state: EvaluationState, today: LocalDate, asking: Asking): readonly EvaluationAwaits[] {
  const { opened, status, observationsUntil, conciliationUntil, conciliator } = state;
  if (opened === null) return [];
  const by = partiesAt(opened, conciliator?.person ?? null, asking);
  switch (status) {
    case 'to-evaluate':
      return [by.evaluator('propose', true), { ...by.conductors('withdraw'), due: false }];
    case 'proposed':
      return [
        by.conductors('deliver-proposal'),
        ...(state.anew === true ? [] : [{ ...by.conductors('withdraw'), due: false }]),
      ];
    case 'notified':
    case 'observed':
    case 'heard': {
      const isOver = observationsUntil !== null && observationsUntil < today;
      const may = (status !== 'notified' || isOver) && !isHearingAhead(state, today);
      return [
        ...(isOver ? [] : [by.person('observe', observationsUntil)]),
        ...hearingAt(state, today, by.evaluator),
        ...(may ? [by.evaluator('judge', isOver || status === 'heard')] : []),
      ];
    }
    case 'judged':
      return state.approval?.status === 'returned'
        ? [
            ...hearingAt(state, today, by.evaluator),
            ...(isHearingAhead(state, today)
              ? []
              : [{ ...by.evaluator('judge', true), until: state.approval.returnBy }]),
          ]
        : [];
    case 'final':
      if (conciliationUntil === null) return [by.conductors('deliver-judgement')];
      return conciliationUntil < today
        ? [by.conductors('make-definitive')]
        : [by.person('request-conciliation', conciliationUntil)];
    case 'conciliation-requested':
      return [by.conductors('name-conciliator')];
    case 'conciliation':
      return [by.conciliator('conciliate')];
    case 'confirmed':
    case 'revised':
      return [by.conductors('make-definitive')];
    case 'definitive':
    case 'withdrawn':
      return [];
  }
}

/** The term that runs; null: none, or its end was told already. */
export function termAhead(state: EvaluationState): { readonly of: Delivered; readonly until: LocalDate } | null {
  const { status, observationsUntil, conciliationUntil, ended } = state;
  if (['notified', 'observed', 'heard'].includes(status) && observationsUntil !== null && !ended.includes('proposal')) {
    return { of: 'proposal', until: observationsUntil };
  }
  if (status === 'final' && conciliationUntil !== null && !ended.includes('final')) {
    return { of: 'final', until: conciliationUntil };
  }
  return null;
}

/** The term that the person has not used yet, and was not reminded of; null: none. */
export function unusedTerm(state: EvaluationState): ReturnType<typeof termAhead> {
  const term = termAhead(state);
  const isOpen = state.status === 'notified' || state.status === 'final';
  return term !== null && isOpen && !state.reminded.includes(term.of) ? term : null;
}

type Ask = (action: EvaluationAction, due: boolean) => EvaluationAwaits;

function hearingAt({ hearing }: EvaluationState, today: LocalDate, evaluator: Ask): readonly EvaluationAwaits[] {
  if (hearing === null) return [evaluator('offer-hearing', false)];
  return hearing.outcome === null && hearing.on <= today ? [evaluator('record-hearing', true)] : [];
}

function partiesAt(opened: Opened, conciliator: string | null, asking: Asking) {
  const { person, evaluator } = opened;
  const offices = foreseenIn('conductors', opened, asking)?.map(({ office }) => office) ?? null;
  const one = { offices: null, until: null, due: true } as const;
  return {
    person: (action: EvaluationAction, until: LocalDate | null) =>
      ({ ...one, action, person, until, due: false }) satisfies EvaluationAwaits,
    evaluator: (action: EvaluationAction, due: boolean): EvaluationAwaits => ({
      ...one,
      action,
      person: evaluator.person,
      due,
    }),
    conciliator: (action: EvaluationAction): EvaluationAwaits => ({ ...one, action, person: conciliator }),
    conductors: (action: EvaluationAction): EvaluationAwaits => ({ ...one, action, person: null, offices }),
  };
}
