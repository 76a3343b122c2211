import type { Answer } from '../../client/ask.js';
import { asDecimal } from '../../words/as-decimal.js';
import { linesOf } from '../approvals/typed-outcome.js';

export type Proposal = Answer<'proposals'>['proposals'][number];
export type Proposed = Proposal['proposed'];
type Target = Proposed['indicators'][number]['target'];

/** A proposal as it is typed. `key` is the id of what was proposed before; of what is new, one that the form makes up. */
export interface TypedProposal {
  readonly title: string;
  readonly participants: string;
  readonly horizon: string;
  readonly shares: readonly TypedShare[];
  readonly indicators: readonly TypedIndicator[];
  readonly deadlines: readonly TypedDeadline[];
}

export interface TypedShare {
  readonly key: string;
  readonly areaId: string;
  readonly unit: string;
  readonly weight: string;
  readonly funding: string;
}

export interface TypedIndicator {
  readonly key: string;
  readonly text: string;
  readonly comparison: string;
  readonly value: string;
  readonly unit: string;
  /** Keys of the shares that it measures. */
  readonly of: readonly string[];
}

export interface TypedDeadline {
  readonly key: string;
  readonly text: string;
  readonly on: string;
  readonly of: readonly string[];
}

/** What the form begins with. */
export function typedOf(proposed: Proposed, inWords: (decimal: string | null) => string): TypedProposal {
  const { title, participants, horizon, shares, indicators, deadlines } = proposed;
  return {
    title,
    participants: participants.join('\n'),
    horizon,
    shares: shares.map(({ id, areaId, unit, weight, funding }) => ({
      key: id,
      areaId,
      unit: unit ?? '',
      weight: inWords(weight),
      funding: funding ?? '',
    })),
    indicators: indicators.map(({ id, text, target, shareIds }) => ({
      key: id,
      text,
      comparison: target?.comparison ?? '',
      value: inWords(target?.value ?? null),
      unit: target?.unit ?? '%',
      of: shareIds,
    })),
    deadlines: deadlines.map((deadline) => ({
      key: deadline.id,
      text: deadline.text,
      on: dayOf(deadline) ?? '',
      of: deadline.shareIds,
    })),
  };
}

/** The one day of a deadline; null: it has none, or several, and keeps them as they were. */
export function dayOf(deadline: Proposed['deadlines'][number]): string | null {
  return 'on' in deadline ? deadline.on : null;
}

/** What is sent of it: to `before`, as `number` in its plan. */
export function asProposal(typed: TypedProposal, before: Proposed, number: string): unknown {
  const ids = idsOf(typed.shares, before, number);
  const concerned = (of: readonly string[]) =>
    ids.size === 1 ? [...ids.values()] : of.flatMap((key) => ids.get(key) ?? []);
  return {
    mission: before.mission,
    strategicObjective: before.strategicObjective,
    title: typed.title.trim(),
    participants: linesOf(typed.participants),
    horizon: typed.horizon,
    shares: typed.shares.map(({ key, areaId, unit, weight, funding }) => ({
      id: ids.get(key),
      areaId,
      unit: textOf(unit),
      weight: weight.trim() === '' ? null : asDecimal(weight),
      funding: textOf(funding),
    })),
    indicators: typed.indicators.map((indicator) => ({
      id: indicator.key,
      shareIds: concerned(indicator.of),
      text: indicator.text.trim(),
      target: targetOf(indicator),
    })),
    deadlines: typed.deadlines.map(({ key, text, on, of }) => {
      const old = before.deadlines.find(({ id }) => id === key) ?? { kind: 'fixed', on };
      return { ...old, ...('on' in old && { on }), id: key, shareIds: concerned(of), text: text.trim() };
    }),
  };
}

/** A key that none of them has: `d2`. */
export function newKey(letter: string, taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let count = taken.length + 1;
  while (keys.has(letter + String(count))) count += 1;
  return letter + String(count);
}

/** Shares that were there keep their id; a new one is called by its area, as a plan calls it. */
function idsOf(shares: readonly TypedShare[], before: Proposed, number: string): ReadonlyMap<string, string> {
  const taken = new Set(before.shares.map(({ id }) => id));
  return new Map(
    shares.map(({ key, areaId }) => {
      if (taken.has(key)) return [key, key];
      const named = `${number}-${areaId}`;
      let id = named;
      for (let count = 2; taken.has(id); count += 1) id = `${named}-${count}`;
      taken.add(id);
      return [key, id];
    }),
  );
}

function targetOf({ comparison, value, unit }: TypedIndicator): Target | object {
  return comparison === '' ? null : { comparison, value: asDecimal(value), unit };
}

function textOf(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}
