import { addDays, daysBetween, type LocalDate } from '#domain';
import type { Approving } from './approving.js';
import type { Office, Person } from './people.js';

// What an objective may go through, told again from the reference on the matter and not from the rules: two shares,
// one of an area and one of the Segretario, with one deadline each; the plan that has it, and what varies it.

export type ShareId = 'area' | 'segretario';
export const shareIds: readonly ShareId[] = ['area', 'segretario'];

/** Where a share stands on its way; rests and removals are told beside it. */
export type Stage = 'planned' | 'held' | 'reported' | 'returned' | 'agreed' | 'scored' | 'definitive' | 'paid';

export interface ShareModel {
  readonly stage: Stage;
  /** Who answered for it from when to when; the last one does. */
  readonly holders: readonly Holder[];
  /** The last day on which each of them did something as such. */
  readonly works: readonly (LocalDate | null)[];
  readonly acknowledged: boolean;
  /** Who worked on it: they judge nothing of it. */
  readonly authors: readonly Person[];
  readonly told: boolean;
  readonly removed: boolean;
  readonly rest: (Begun & { readonly until: LocalDate }) | null;
  readonly restedDays: number;
  /** That are over, and since when work goes on; by their first days. */
  readonly rests: readonly Over[];
  readonly weight: number;
  readonly words: string;
  /** The deadline is called by the day that the plan gave it, by the act of which day (null: as it was drafted); a rest moves when it is due. */
  readonly instance: LocalDate;
  readonly fixedOn: LocalDate | null;
  readonly due: LocalDate;
  readonly deadline: 'open' | 'answered' | 'missed' | 'late';
  /** When it was done; null: not yet. */
  readonly doneOn: LocalDate | null;
  /** That a rest or a removal lifted: how it was called and due then; null: none was, or it was given back. */
  readonly lifted: { readonly instance: LocalDate; readonly due: LocalDate } | null;
  readonly report: Approving | null;
  readonly reopened: boolean;
  /** The degree that it was scored by last. */
  readonly degree: number;
  /** What the first run paid it and by which degree; by 0, and out of a reserve, what 100 would have got, and the most that it gets. Null: no run has paid it. */
  readonly firstPaid: { readonly cents: number; readonly degree: number; readonly ceiling: number } | null;
  /** What it has by now, in cents. */
  readonly paid: number;
  /** It was paid before it was reopened. */
  readonly adjusting: boolean;
  /** Why the deadline was missed, on its way or decided; null: nobody has said. */
  readonly justification: Approving | null;
}

/** A rest since its first day, and the day of the act that decided it. */
interface Begun {
  readonly from: LocalDate;
  readonly decided: LocalDate;
}
export type Over = Begun & { readonly resumedOn: LocalDate };

interface Holder {
  readonly office: Office;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** How the objective comes into being: by the plan alone, or proposed before. */
export interface ProposalModel {
  readonly stage: 'none' | 'draft' | 'proposed' | 'validated' | 'planned';
  readonly approving: Approving | null;
  readonly authors: readonly Person[];
  readonly office: Office | null;
  /** Somebody has said why what the lint found is accepted. */
  readonly waived: boolean;
  /** How far it had come when a draft took it; absent: none has. */
  readonly taken?: 'none' | 'draft' | 'proposed' | 'validated';
}

export type Change =
  | { readonly kind: 'day'; readonly to: LocalDate }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'points'; readonly from: ShareId; readonly points: number }
  | { readonly kind: 'stralcio' };

export interface VariationModel {
  readonly change: Change;
  readonly touched: readonly ShareId[];
  readonly office: Office;
  readonly approving: Approving;
  /** Beyond the approval: what became of it. */
  readonly fate: 'withdrawn' | 'applied' | 'not-applied' | null;
}

/** What the plan says of the objective; its streams hear of it later. */
export interface PlanModel {
  readonly day: LocalDate;
  readonly words: string;
  readonly weights: Readonly<Record<ShareId, number>>;
  /** Of the share beside, which bears the weight of the area's. */
  readonly beside: number;
  readonly removed: readonly ShareId[];
  readonly gone: boolean;
  /** By the act of which day it says so; null: as it was drafted. */
  readonly since: Readonly<Record<'day' | 'words', LocalDate | null>>;
}

export interface Model {
  readonly today: LocalDate;
  readonly closed: boolean;
  readonly proposal: ProposalModel;
  readonly shares: Readonly<Record<ShareId, ShareModel>>;
  readonly plan: PlanModel;
  readonly variations: readonly VariationModel[];
  /** What happened in one stream and has not had its consequences in others, oldest first. */
  readonly pending: readonly Pending[];
}

export type Pending =
  | { readonly removed: ShareId; readonly isBorne: boolean }
  | { readonly approved: number; readonly on: LocalDate }
  | { readonly given: ShareId; readonly to: Office };

export const FIRST_DAY = '2022-06-20';
export const LAST_DAY = '2022-12-31';
export const LONGEST_REST = 180;
export const LAST_DAY_FOR_VARIATIONS = '2022-12-15';

const planned: Omit<ShareModel, 'weight' | 'words'> = {
  stage: 'planned',
  holders: [],
  works: [],
  acknowledged: false,
  authors: [],
  told: false,
  removed: false,
  rest: null,
  restedDays: 0,
  rests: [],
  instance: '2022-07-31',
  fixedOn: null,
  due: '2022-07-31',
  deadline: 'open',
  doneOn: null,
  lifted: null,
  report: null,
  reopened: false,
  degree: 95,
  firstPaid: null,
  paid: 0,
  adjusting: false,
  justification: null,
};
export const begun: Model = {
  today: FIRST_DAY,
  closed: false,
  proposal: { stage: 'none', approving: null, authors: [], office: null, waived: false },
  shares: {
    area: { ...planned, weight: 10, words: 'Faldoni riordinati' },
    segretario: { ...planned, weight: 2.5, words: '' },
  },
  plan: {
    day: '2022-07-31',
    words: 'Faldoni riordinati',
    weights: { area: 10, segretario: 2.5 },
    beside: 5,
    removed: [],
    gone: false,
    since: { day: null, words: null },
  },
  variations: [],
  pending: [],
};

/** The area of the plan that a share is of, whoever answers for it now. */
export const AREA: Readonly<Record<ShareId, Office>> = { area: 'affari-generali', segretario: 'segretario' };

/** Who has the shares that would bear the weight of one: the area has another, which the Segretario has; his area has no other. */
export const BEARING: Readonly<Record<ShareId, readonly Office[]>> = { area: ['segretario'], segretario: [] };

export function holderOf({ holders }: ShareModel): Office | null {
  return holders.at(-1)?.office ?? null;
}

/** The offices that answer for a share: its area, and whoever it was given to. */
export function answering(id: ShareId, share: ShareModel): readonly Office[] {
  const holder = holderOf(share);
  return holder === null || holder === AREA[id] ? [AREA[id]] : [AREA[id], holder];
}

/** Whoever has the credit of some days: who answers for a share, and who did for a day at least. */
export function credited(id: ShareId, { holders }: ShareModel): readonly Office[] {
  const kept = holders.filter(({ from, to }) => from <= LAST_DAY && (to === null || from <= to));
  return [...new Set([AREA[id], ...kept.map(({ office }) => office)])];
}

/** What the degree of now makes of what the first run paid, rounded half up to the cent: nobody has more, however often it changes. */
export function mostOf({ firstPaid, degree }: ShareModel): number {
  if (firstPaid === null) return 0;
  const { cents, degree: by, ceiling } = firstPaid;
  return Math.min(ceiling, Math.floor((2 * cents * degree + by) / (2 * by)));
}

export function with_(model: Model, id: ShareId, change: Partial<ShareModel>): Model {
  return { ...model, shares: { ...model.shares, [id]: { ...model.shares[id], ...change } } };
}

/** Somebody did something of what is judged: also of what is judged already. */
export function worked({ authors, report, justification }: ShareModel, by: Person) {
  const withThem = (before: readonly Person[]) => [...new Set([...before, by])];
  const also = (approving: Approving | null) => approving && { ...approving, authors: withThem(approving.authors) };
  return { authors: withThem(authors), report: also(report), justification: also(justification) };
}

/** The clock of a deadline stands still while work rests, unless it was over before. */
export function isFrozen({ due, rest }: ShareModel): boolean {
  return rest !== null && due >= rest.from;
}

export function isOverdue(share: ShareModel, today: LocalDate): boolean {
  return share.deadline === 'open' && today > share.due && !isFrozen(share);
}

/** Whether an unanswered deadline can be missed: somebody answers for it and it is not settled otherwise. */
export function owes({ stage, removed, reopened }: ShareModel): boolean {
  const settled = ['agreed', 'scored', 'definitive', 'paid'].includes(stage);
  return stage !== 'planned' && !removed && !reopened && !settled;
}

/** Whether what its office tells still counts. */
export function takesFacts({ stage }: ShareModel): boolean {
  return stage !== 'definitive' && stage !== 'paid';
}

/** Work goes on by itself once the last day of a rest is over. */
export function awake(model: Model): Model {
  if (model.closed) return model;
  return shareIds.reduce((before, id) => {
    const { rest } = before.shares[id];
    return rest !== null && before.today > rest.until ? resumed(before, id, addDays(rest.until, 1)) : before;
  }, model);
}

export function resumed(model: Model, id: ShareId, on: LocalDate): Model {
  const share = model.shares[id];
  const { rest, restedDays, rests } = share;
  if (rest === null) return model;
  const { until: _, ...begun } = rest;
  const over = { ...begun, resumedOn: on };
  const all = [...rests, over].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const after = { rest: null, restedDays: restedDays + daysBetween(rest.from, on), rests: all };
  return with_(model, id, isFrozen(share) ? { ...after, ...dueLater(share, laterBy(over, share)) } : after);
}

/** Each day of rest since the act that fixed the day lets it fall due a day later, if it was not over when that rest was decided. */
export function dueAfter(rests: readonly Over[], { instance, fixedOn }: Pick<ShareModel, 'instance' | 'fixedOn'>) {
  const counted = new Set<Over>();
  let due = instance;
  const isNew = (rest: Over) => !counted.has(rest) && rest.decided <= due;
  for (let next = rests.find(isNew); next !== undefined; next = rests.find(isNew)) {
    counted.add(next);
    due = instance;
    for (const rest of rests.filter((one) => counted.has(one)))
      if (due >= rest.from) due = addDays(due, daysOf(rest, fixedOn));
  }
  return due;
}

function daysOf({ from, resumedOn }: Over, fixedOn: LocalDate | null): number {
  let days = 0;
  for (let day = from; day < resumedOn; day = addDays(day, 1)) if (fixedOn === null || day >= fixedOn) days++;
  return days;
}

/** By how much more one rest moves it, whenever it is told; of what was given back, by its own days. */
export function laterBy(rest: Over, { rests, due, instance, fixedOn }: ShareModel): number {
  const all = [...rests, rest].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (dueAfter(rests, { instance, fixedOn }) === due) return daysBetween(due, dueAfter(all, { instance, fixedOn }));
  return due >= rest.from && due >= rest.decided ? daysOf(rest, fixedOn) : 0;
}

/** What is open falls due later, and so does what was done after a day on which work had rested: in time or not. */
function dueLater({ due, deadline, doneOn }: ShareModel, days: number): Partial<ShareModel> {
  const later = addDays(due, days);
  if (deadline === 'open') return { due: later };
  if (deadline !== 'answered' || doneOn === null || doneOn <= due) return {};
  return { due: later, deadline: doneOn <= later ? 'answered' : 'late' };
}

/** In the words of the product. */
export function statusOf({ stage, removed, rest, told, acknowledged }: ShareModel): string {
  if (removed) return 'removed';
  if (rest !== null) return 'suspended';
  switch (stage) {
    case 'planned':
      return 'defined';
    case 'held':
      return told ? 'in-progress' : acknowledged ? 'acknowledged' : 'assigned';
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
