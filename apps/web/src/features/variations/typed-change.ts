import { asDecimal } from '../../words/as-decimal.js';
import { linesOf } from '../approvals/typed-outcome.js';

/** A change as it is typed; what is not of its kind is left aside. */
export interface TypedChange {
  readonly kind: Kind;
  /** The objective's id; not of a new one. */
  readonly objective: string;
  readonly deadlineId: string;
  readonly to: string;
  readonly indicatorId: string;
  readonly text: string;
  readonly comparison: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
  readonly toShare: string;
  readonly points: string;
  readonly cause: string;
  readonly note: string;
  readonly weight: string;
  readonly share: TypedShare;
  readonly indicatorIds: readonly string[];
  readonly deadlineIds: readonly string[];
  readonly created: TypedObjective;
  /** Of a proposal whose area is at its ceiling; absent in drafts of earlier releases. */
  readonly weightless?: boolean;
}

export interface TypedShare {
  readonly areaId: string;
  readonly unit: string;
  readonly weight: string;
  readonly funding: string;
}

export interface TypedObjective {
  readonly mission: string;
  readonly strategicObjective: string;
  readonly number: string;
  readonly title: string;
  readonly shares: readonly TypedShare[];
  /** One a line. */
  readonly indicators: string;
  readonly dueOn: string;
}

export const KINDS = [
  'move-deadline',
  'change-indicator',
  'move-weight',
  'add-share',
  'remove-objective',
  'add-objective',
  'add-proposal',
] as const;

export type Kind = (typeof KINDS)[number];

export const CAUSES = ['third-party', 'upstream-area', 'resources', 'change-of-law', 'force-majeure'] as const;

export const blankShare: TypedShare = { areaId: '', unit: '', weight: '', funding: '' };

/** A change of which nothing but its kind and its objective is typed. */
export function blankChange(kind: Kind, objective: string): TypedChange {
  return {
    kind,
    objective,
    deadlineId: '',
    to: '',
    indicatorId: '',
    text: '',
    comparison: '',
    value: '',
    unit: '%',
    from: '',
    toShare: '',
    points: '',
    cause: CAUSES[0],
    note: '',
    weight: 'neutralise',
    share: blankShare,
    indicatorIds: [],
    deadlineIds: [],
    created: {
      mission: '',
      strategicObjective: '',
      number: '',
      title: '',
      shares: [blankShare],
      indicators: '',
      dueOn: '',
    },
  };
}

/** What is sent of it. */
export function asChange(typed: TypedChange): unknown {
  const { kind, objective: objectiveId, deadlineId, to, indicatorId, text, from, toShare, points } = typed;
  const { cause, note, weight } = typed;
  switch (kind) {
    case 'move-deadline':
      return { kind, objectiveId, deadlineId, to };
    case 'change-indicator':
      return { kind, objectiveId, indicatorId, text, target: asTarget(typed) };
    case 'move-weight':
      return { kind, from, to: toShare, points: asDecimal(points) };
    case 'add-share': {
      const { indicatorIds, deadlineIds, share } = typed;
      return { kind, objectiveId, share: asShare(share), indicatorIds, deadlineIds };
    }
    case 'remove-objective':
      return { kind, objectiveId, cause, note, weight };
    case 'add-objective':
      return { kind, objective: asObjective(typed.created) };
    case 'add-proposal':
      return { kind, objectiveId, weightless: typed.weightless === true };
  }
}

function asTarget({ comparison, value, unit }: TypedChange) {
  return comparison === '' ? null : { comparison, value: asDecimal(value), unit };
}

function asShare({ areaId, unit, weight, funding }: TypedShare) {
  return {
    areaId,
    unit: unit.trim() === '' ? null : unit.trim(),
    weight: weight.trim() === '' ? null : asDecimal(weight),
    funding: funding.trim() === '' ? null : funding.trim(),
  };
}

function asObjective({ mission, strategicObjective, number, title, shares, indicators, dueOn }: TypedObjective) {
  return {
    mission: Number(mission),
    strategicObjective: Number(strategicObjective),
    number: number.trim().toLowerCase(),
    title,
    shares: shares.map(asShare),
    indicators: linesOf(indicators).map((text) => ({ text, target: null })),
    dueOn,
  };
}
