import { formatHundredths, parseHundredths } from '../decimal.js';
import type { PlanDocument, PlannedShare, Target } from '../plan/document.js';
import { inWords } from '../plan/in-words.js';
import { Refused } from '../refused.js';
import type { Actor } from '../values.js';
import type { PlanChange } from './changes.js';
import { told } from './consistent.js';
import { officesAt, type Surroundings } from './standing.js';
import { dayOf, touchedAt, type Stage } from './varied.js';

/**
 * Each change of a request does something by itself: other words, another value or another day.
 *
 * @throws Refused `variation/nothing-changed`, naming it
 */
export function requireEachChanges(changes: readonly PlanChange[], { objectives }: PlanDocument): void {
  for (const change of changes) {
    if (change.kind !== 'move-deadline' && change.kind !== 'change-indicator') continue;
    const { objectiveId: objective } = change;
    const known = objectives.find(({ id }) => id === objective);
    if (known === undefined || !saysTheSame(change, known)) continue;
    const facts = { ...numberOf(change, changes), objective, ...told(change, known) };
    throw new Refused('variation/nothing-changed', facts);
  }
}

/**
 * …and is asked for by whoever it concerns by itself. Beside a change of their own, one of somebody else’s share would keep those from
 * the opinions who answer for that one: whoever asks would choose who judges. Points for an objective that the request adds are of that
 * objective: who may add it may give each of its shares its own.
 *
 * @throws Refused `variation/not-concerned`, naming it
 */
export function requireEachConcerns(
  stages: readonly Stage[],
  { document, objectives }: Pick<Surroundings, 'document' | 'objectives'>,
  by: Actor,
): void {
  const changes = stages.map(({ change }) => change);
  for (const stage of stages) {
    const offices = officesAt([...touchedAt(stage), ...givenTo(stage, document)], objectives);
    if (offices.includes(by.office)) continue;
    const facts = { office: by.office, offices: offices.join(', '), ...numberOf(stage.change, changes) };
    throw new Refused('variation/not-concerned', facts);
  }
}

/** The objective that a request adds, where points go to one of its shares. */
function givenTo(
  { change, after }: Stage,
  { objectives }: PlanDocument,
): readonly (readonly [string, readonly PlannedShare[]])[] {
  if (change.kind !== 'move-weight') return [];
  const known = new Set(objectives.map(({ id }) => id));
  const added = after.objectives.filter(({ id }) => !known.has(id));
  return added
    .filter(({ shares }) => shares.some(({ id }) => id === change.to))
    .map(({ id, shares }) => [id, shares] as const);
}

type Named = Parameters<typeof told>[0];

function saysTheSame(change: Named, { deadlines, indicators }: PlanDocument['objectives'][number]): boolean {
  if (change.kind === 'move-deadline') return dayOf(deadlines.find(({ id }) => id === change.deadlineId)) === change.to;
  const indicator = indicators.find(({ id }) => id === change.indicatorId);
  return (
    indicator !== undefined &&
    inWords(indicator.text) === inWords(change.text) &&
    valueOf(indicator.target) === valueOf(change.target)
  );
}

/** `30` and `30.00` are the same value. */
function valueOf(target: Target | null): string {
  if (target === null) return '';
  const { comparison, value, unit } = target;
  return [comparison, formatHundredths(parseHundredths(value, 'target.value')), unit].join(' ');
}

/** Which it is, where there are several. */
function numberOf(change: PlanChange, changes: readonly PlanChange[]): { readonly change?: number } {
  return changes.length > 1 ? { change: changes.indexOf(change) + 1 } : {};
}
