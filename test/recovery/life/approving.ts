import { everybody, officeOf, type Office, type Person } from './people.js';

// An approval on its way through its chain, told again from the reference and docs/approvals.md, not from the rules.

export type Subject = 'rendicontazione' | 'justification' | 'objective' | 'variation';
export type Outcome = 'approve' | 'return' | 'reject';

export interface Step {
  readonly id: string;
  readonly office: Office;
  /** Takes the place of the office where that is on the other side of the control. */
  readonly substitute?: Office;
  /** How many of the office must agree. */
  readonly quorum?: number;
  readonly byAct?: true;
  readonly outcomes: readonly Outcome[];
}

const MAY_RETURN: readonly Outcome[] = ['approve', 'return'];
const MAY_ALL: readonly Outcome[] = ['approve', 'return', 'reject'];
const bySegretario = (id: string, outcomes = MAY_RETURN): Step => ({
  id,
  office: 'segretario',
  substitute: 'vicesegretario',
  outcomes,
});
const byNucleo = (id: string, outcomes = MAY_RETURN): Step => ({ id, office: 'nucleo', outcomes });
const byGiunta = (id: string, outcomes: readonly Outcome[] = ['approve']): Step => ({
  id,
  office: 'giunta',
  byAct: true,
  outcomes,
});

export type Version = 1 | 2 | 3 | 4;
export const versions: readonly Version[] = [1, 2, 3, 4];

/** Each version of each chain; a subject with fewer has the first one again. */
const chains: Readonly<Record<Subject, readonly (readonly Step[])[]>> = {
  rendicontazione: [
    [bySegretario('verifica'), byNucleo('certificazione'), byGiunta('presa-atto')],
    [
      bySegretario('verifica'),
      bySegretario('controllo'),
      { ...byNucleo('certificazione'), quorum: 2 },
      byGiunta('presa-atto'),
    ],
    [bySegretario('riesame'), byGiunta('presa-atto')],
    [bySegretario('verifica')],
  ],
  justification: [
    [bySegretario('proposta', MAY_ALL), byNucleo('decisione', MAY_ALL)],
    [byNucleo('decisione', MAY_ALL)],
  ],
  objective: [[bySegretario('coerenza'), byNucleo('misurabilita')], [byNucleo('misurabilita')]],
  variation: [
    [bySegretario('parere-segretario', MAY_ALL), byNucleo('parere-nucleo', MAY_ALL), byGiunta('delibera', MAY_ALL)],
    [byNucleo('parere-nucleo', MAY_ALL), byGiunta('delibera', MAY_ALL)],
  ],
};

export function chainOf(subject: Subject, version: Version): readonly Step[] {
  return chains[subject][version - 1] ?? chains[subject][0] ?? [];
}

/** A version that there is. */
export function known(subject: Subject, version: Version): Version {
  return chains[subject].length >= version ? version : 1;
}

export interface Approving {
  readonly subject: Subject;
  readonly version: Version;
  readonly status: 'open' | 'returned' | 'rejected' | 'approved';
  /** On the other side of the control: who wrote it, and the offices that answer for it. */
  readonly authors: readonly Person[];
  readonly offices: readonly Office[];
  /** Offices that have the credit of some days of it, and are paid for them. */
  readonly credited: readonly Office[];
  readonly passed: readonly string[];
  /** Who agreed at the step that waits, where one is not enough. */
  readonly votes: readonly Person[];
  readonly took: Readonly<Record<string, readonly Person[]>>;
  /** Who has taken the step upon themselves. */
  readonly claim: Person | null;
  /** The day on which the step that waits opened. */
  readonly since: string;
  /** The days of `votes`. */
  readonly days: readonly string[];
  /** Another of the same matter was rejected before. */
  readonly again?: true;
  /** The day on which it was sent on its way. */
  readonly setOut: { readonly on: string; readonly recorded: string };
  /** Who agreed at each step, as they were recorded. */
  readonly said: Readonly<Record<string, readonly Said[]>>;
  /** It came back before, or was moved to another version: what its days rest on then is not told here. */
  readonly isNotFirst?: true;
}

interface Said {
  readonly person: Person;
  readonly on: string;
  readonly act: string | null;
  readonly recorded: string;
}

/** Today, or the day of the act by which somebody decides. */
export interface OfDay {
  readonly today: string;
  readonly act: string | null;
}

/** @returns null where a step has nobody who may take it */
export function opened(
  subject: Subject,
  version: Version,
  authors: readonly Person[],
  offices: readonly Office[],
  since: string,
  credited: readonly Office[] = [],
): Approving | null {
  const approving = settingOut(subject, version, authors, offices, since, credited);
  return chainOf(subject, version).every((step) => mayTake(approving, step) !== null) ? approving : null;
}

/** Also where a step has nobody: what was done sets out, and waits there for somebody who may. */
export function settingOut(
  subject: Subject,
  version: Version,
  authors: readonly Person[],
  offices: readonly Office[],
  since: string,
  credited: readonly Office[],
): Approving {
  const setOut = { on: since, recorded: since };
  const nothing = { passed: [], votes: [], took: {}, claim: null, since, days: [], setOut, said: {} };
  return { subject, version, status: 'open', authors, offices, credited, ...nothing };
}

export function stepOf({ status, subject, version, passed }: Approving): Step | null {
  if (status !== 'open') return null;
  return chainOf(subject, version).find(({ id }) => !passed.includes(id)) ?? null;
}

/** Whether this step is all that is left. */
export function isLast({ subject, version, passed }: Approving): boolean {
  return chainOf(subject, version).filter(({ id }) => !passed.includes(id)).length === 1;
}

export function isParty(
  { authors, offices, credited }: Pick<Approving, 'authors' | 'offices' | 'credited'>,
  person: Person,
): boolean {
  return authors.includes(person) || [...offices, ...credited].includes(officeOf(person));
}

/** Who may take a step; null: nobody. Who took another one does not, but for what is only recorded by its act. */
function mayTake(approving: Approving, { id, office, substitute, quorum = 1, byAct }: Step): readonly Person[] | null {
  const before = Object.entries(approving.took).flatMap(([step, persons]) => (step === id || byAct ? [] : persons));
  const free = (of: Office | undefined) =>
    everybody.filter((person) => officeOf(person) === of && !isParty(approving, person) && !before.includes(person));
  const named = free(office);
  if (named.length >= quorum) return named;
  const others = free(substitute);
  return others.length === 0 ? null : [...named, ...others];
}

/** Offices have come to answer for it since, or to have the credit of days of it: they judge nothing of it, whatever they did before. */
export function joined(approving: Approving, offices: readonly Office[], credited: readonly Office[]): Approving {
  if (approving.status !== 'open') return approving;
  const all = (known: readonly Office[], more: readonly Office[]) => [...new Set([...known, ...more])];
  return {
    ...approving,
    offices: all(approving.offices, offices),
    credited: all(approving.credited, credited),
  };
}

/** Whom the step that waits asks; null: nobody, or nothing waits. */
export function askedOf(approving: Approving): readonly Person[] | null {
  const step = stepOf(approving);
  return step === null ? null : mayTake(approving, step);
}

/** Whether at some step of it one is not enough. */
export function asksSeveral({ subject, version }: Approving): boolean {
  return chainOf(subject, version).some(({ quorum = 1 }) => quorum > 1);
}

/** Whom it still waits for. */
export function awaited(approving: Approving): readonly Person[] {
  return (askedOf(approving) ?? []).filter((person) => !approving.votes.includes(person));
}

function mayAct(approving: Approving, by: Person): boolean {
  return askedOf(approving)?.includes(by) === true && (approving.claim === null || approving.claim === by);
}

/** No act decides what was not there yet. */
function isOlder({ since }: Approving, { act }: OfDay): boolean {
  return act !== null && act < since;
}

/** @returns null where it must be refused, here and below */
export function agreed(approving: Approving, by: Person, on: OfDay): Approving | null {
  const step = stepOf(approving);
  if (step === null || !mayAct(approving, by) || approving.votes.includes(by) || isOlder(approving, on)) return null;
  const votes = [...approving.votes, by];
  const took = { ...approving.took, [step.id]: [...new Set([...(approving.took[step.id] ?? []), by])] };
  const days = [...approving.days, on.act ?? on.today].toSorted();
  const vote = { person: by, on: on.act ?? on.today, act: on.act, recorded: on.today };
  const said = { ...approving.said, [step.id]: [...(approving.said[step.id] ?? []), vote] };
  if (votes.length < (step.quorum ?? 1)) return { ...approving, votes, days, took, said };
  const since = days.at(-1) ?? on.today;
  const status = isLast(approving) ? 'approved' : 'open';
  return {
    ...approving,
    status,
    took,
    said,
    passed: [...approving.passed, step.id],
    votes: [],
    claim: null,
    since,
    days: [],
  };
}

export function ended(approving: Approving, by: Person, how: 'return' | 'reject', on: OfDay): Approving | null {
  const step = stepOf(approving);
  const may = mayAct(approving, by) && !approving.votes.includes(by);
  if (step === null || !may || !step.outcomes.includes(how) || isOlder(approving, on)) return null;
  return { ...approving, status: how === 'return' ? 'returned' : 'rejected' };
}

export function claimed(approving: Approving, by: Person): Approving | null {
  return mayAct(approving, by) && !eachVotes(approving) ? { ...approving, claim: by } : null;
}

export function released(approving: Approving, by: Person): Approving | null {
  return askedOf(approving) !== null && approving.claim === by ? { ...approving, claim: null } : null;
}

/** Nobody chooses who judges them, or by which rules; whoever stands in for the Segretario may where the Segretario may not. */
function mayMove(approving: Approving, by: Person): boolean {
  return !isParty(approving, by) && (by !== 'vice' || isParty(approving, 'segretario'));
}

/** Nobody gets a right that they had not. */
export function reassigned(approving: Approving, by: Person, to: Person): Approving | null {
  const may = askedOf(approving)?.includes(to) === true && mayMove(approving, by) && !eachVotes(approving);
  return may ? { ...approving, claim: to } : null;
}

/** What agreed stays where the other version has it too; what has no step there is lost, as if nobody had taken it. */
export function migrated(approving: Approving, by: Person, version: Version, today: string): Approving | null {
  const now = stepOf(approving);
  if (now === null || !mayMove(approving, by) || version === approving.version) return null;
  const chain = chainOf(approving.subject, version);
  const has = (id: string) => chain.some((step) => step.id === id);
  const passed = approving.passed.filter(has);
  const next = stepOf({ ...approving, version, passed });
  if (next === null) return null;
  const isSame = JSON.stringify(next) === JSON.stringify(now);
  const lost = approving.votes.length > 0 && !isSame ? now.id : null;
  const took = Object.entries(approving.took).filter(([id]) => has(id) && id !== lost);
  const moved = {
    ...approving,
    isNotFirst: true as const,
    version,
    passed,
    took: Object.fromEntries(took),
    ...(!isSame && { votes: [], days: [], claim: null }),
    ...(next.id !== now.id && { since: today }),
  };
  return leadsOn(moved) ? moved : null;
}

/** Of what is told otherwise: at which step somebody agreed; null: that it was sent on its way. */
export function toldAt(approving: Approving, which: Version): string | null {
  if (which === 1) return null;
  const now = stepOf(approving)?.id ?? '';
  return which === 4 ? now : (approving.passed.at(-1) ?? now);
}

/** Whoever did it says on which day it was, or the Segretario: between what it rests on and what followed it, nor after it was recorded. */
export function toldOtherwise(approving: Approving, by: Person, step: string | null, day: string): Approving | null {
  const now = stepOf(approving);
  if (now === null) return null;
  const { passed, said, setOut, authors } = approving;
  const mayFor = (done: readonly Person[]) =>
    done.includes(by) || (['segretario', 'vice'].includes(by) && mayMove(approving, by));
  const order = [...passed, now.id];
  const earliest = (from: readonly string[], recorded: string) =>
    [...from.flatMap((id) => said[id] ?? []).flatMap(({ on, act }) => (act === null ? [on] : [on, act])), recorded]
      .toSorted()
      .at(0) ?? recorded;
  if (step === null) {
    if (!mayFor(authors)) return null;
    if (day === setOut.on) return approving;
    if (day > earliest(order, setOut.recorded)) return null;
    return { ...approving, setOut: { ...setOut, on: day }, ...(passed.length === 0 && { since: day }) };
  }
  const votes = said[step] ?? [];
  const last = votes.at(-1);
  if (last === undefined || !mayFor([last.person])) return null;
  if (day === last.on) return approving;
  const at = order.indexOf(step);
  const before = order[at - 1];
  const opened = step === now.id ? approving.since : before === undefined ? setOut.on : latest(said[before] ?? []);
  if (day < opened || (last.act !== null && day < last.act)) return null;
  if (day > earliest(order.slice(at + 1), last.recorded)) return null;
  const told = votes.map((vote) => (vote === last ? { ...vote, on: day } : vote));
  const after = { ...approving, said: { ...said, [step]: told } };
  if (step === now.id) return { ...after, days: told.map(({ on }) => on).toSorted() };
  return step === passed.at(-1) ? { ...after, since: latest(told) } : after;
}

function latest(said: readonly Said[]): string {
  return (
    said
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? ''
  );
}

/** Whether somebody is left for each step ahead, whoever takes which. */
function leadsOn(approving: Approving): boolean {
  const step = stepOf(approving);
  if (step === null) return true;
  const { votes, took, passed } = approving;
  const asked = mayTake(approving, step) ?? [];
  return asked
    .filter((person) => !votes.includes(person))
    .some((person) => {
      const said = [...votes, person];
      const more = { ...approving, took: { ...took, [step.id]: [...(took[step.id] ?? []), person] } };
      const isEnough = said.length >= (step.quorum ?? 1);
      return leadsOn(isEnough ? { ...more, votes: [], passed: [...passed, step.id] } : { ...more, votes: said });
    });
}

function eachVotes(approving: Approving): boolean {
  return (stepOf(approving)?.quorum ?? 1) > 1;
}
