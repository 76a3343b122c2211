import { addDays, daysBetween, type LocalDate } from '#domain';

// What an objective may go through, told again from the reference on the matter and not from the rules: two shares,
// one of an area and one of the Segretario, with one deadline each.

export type ShareId = 'area' | 'segretario';
export type Office = 'affari-generali' | 'segretario' | 'vicesegretario' | 'nucleo' | 'giunta';

/** Where a share stands on its way; rests and removals are told beside it. */
export type Stage =
  'planned' | 'assigned' | 'working' | 'reported' | 'returned' | 'agreed' | 'scored' | 'definitive' | 'paid';

export interface ShareModel {
  readonly stage: Stage;
  readonly told: boolean;
  readonly removed: boolean;
  readonly rest: { readonly from: LocalDate; readonly until: LocalDate } | null;
  readonly restedDays: number;
  readonly due: LocalDate;
  readonly deadline: 'open' | 'answered' | 'missed' | 'late';
  /** Steps of the chain that agreed. */
  readonly passed: number;
  readonly reopened: boolean;
  /** It was paid before it was reopened. */
  readonly adjusting: boolean;
  /** Who must act on the report has taken it upon themselves. */
  readonly claimed: boolean;
  /** Why the deadline was missed, as it stands, and how many steps agreed to it. */
  readonly justification: 'none' | 'submitted' | 'accepted' | 'rejected';
  readonly weighed: number;
}

export interface Model {
  readonly today: LocalDate;
  readonly closed: boolean;
  readonly shares: Readonly<Record<ShareId, ShareModel>>;
}

export const FIRST_DAY = '2022-06-20';
export const LONGEST_REST = 180;
export const STEPS = ['verifica', 'certificazione', 'presa-atto'] as const;

const planned: ShareModel = {
  stage: 'planned',
  told: false,
  removed: false,
  rest: null,
  restedDays: 0,
  due: '2022-07-31',
  deadline: 'open',
  passed: 0,
  reopened: false,
  adjusting: false,
  claimed: false,
  justification: 'none',
  weighed: 0,
};
export const begun: Model = { today: FIRST_DAY, closed: false, shares: { area: planned, segretario: planned } };

/** The office that answers for a share. */
export const OWNER: Readonly<Record<ShareId, Office>> = { area: 'affari-generali', segretario: 'segretario' };

/** Who must act on a report: nobody verifies their own share. */
export function approverOf(id: ShareId, { passed }: ShareModel): Office | null {
  const verifier = id === 'segretario' ? 'vicesegretario' : 'segretario';
  return ([verifier, 'nucleo', 'giunta'] as const)[passed] ?? null;
}

export const JUDGING = ['proposta', 'decisione'] as const;

/** Who must weigh a justification: nobody their own. */
export function judgeOf(id: ShareId, { weighed }: ShareModel): Office | null {
  return ([id === 'segretario' ? 'vicesegretario' : 'segretario', 'nucleo'] as const)[weighed] ?? null;
}

export function with_(model: Model, id: ShareId, change: Partial<ShareModel>): Model {
  return { ...model, shares: { ...model.shares, [id]: { ...model.shares[id], ...change } } };
}

/** The clock of a deadline stands still while work rests, unless it was over before. */
export function isOverdue({ due, rest, deadline }: ShareModel, today: LocalDate): boolean {
  return deadline === 'open' && today > due && (rest === null || due < rest.from);
}

/** Whether an unanswered deadline can be missed: somebody answers for it and it is not settled otherwise. */
export function owes({ stage, removed, reopened }: ShareModel): boolean {
  const settled = ['agreed', 'scored', 'definitive', 'paid'].includes(stage);
  return stage !== 'planned' && !removed && !reopened && !settled;
}

/** Work goes on by itself once the last day of a rest is over. */
export function awake(model: Model): Model {
  if (model.closed) return model;
  return (['area', 'segretario'] as const).reduce((before, id) => {
    const { rest } = before.shares[id];
    return rest !== null && before.today > rest.until ? resumed(before, id, addDays(rest.until, 1)) : before;
  }, model);
}

export function resumed(model: Model, id: ShareId, on: LocalDate): Model {
  const { rest, due, deadline, restedDays } = model.shares[id];
  if (rest === null) return model;
  const days = daysBetween(rest.from, on);
  const shifted = deadline === 'open' && due >= rest.from ? addDays(due, days) : due;
  return with_(model, id, { rest: null, due: shifted, restedDays: restedDays + days });
}

/** In the words of the product. */
export function statusOf({ stage, removed, rest, told }: ShareModel): string {
  if (removed) return 'removed';
  if (rest !== null) return 'suspended';
  switch (stage) {
    case 'planned':
      return 'defined';
    case 'working':
      return told ? 'in-progress' : 'acknowledged';
    case 'reported':
      return 'rendicontazione-submitted';
    case 'returned':
      return 'rendicontazione-returned';
    case 'agreed':
      return 'rendicontazione-approved';
    case 'paid':
      return 'liquidated';
    default:
      return stage;
  }
}
