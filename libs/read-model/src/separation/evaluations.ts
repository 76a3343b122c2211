import { idOfStream, tookBy, type EvaluationEvent, type Label, type Took } from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { categoryOf } from '../runtime/projection.js';
import { nobody } from './sides.js';
import type { ControlSideRow } from './tables.js';

/** The side of the person, as long as the evaluation lasts; that of its chain is `evaluation`, and begins anew with it. */
const WHOLE = 'person';

/** Who judges and who conciliates, since they were named; told where the file says who conducts. */
const EVALUATOR = 'evaluation.evaluator-named.v1';
const CONCILIATOR = 'evaluation.conciliator-named.v1';

/** Who conducted judged as well, or was of the person's office, and none of the others could. */
const NOBODY_ELSE = 'nobody-else';

/** What is done to a person's evaluation beside the steps of its chain, and by whom: all by somebody else. */
const deeds: Readonly<Partial<Record<EvaluationEvent['type'], Deed>>> = {
  'evaluation.opened.v1': { by: 'conductor', name: { it: 'Apertura', en: 'Opening' } },
  'evaluation.proposed.v1': { by: 'judge', name: { it: 'Proposta', en: 'Proposal' } },
  'evaluation.withdrawn.v1': { by: 'conductor', name: { it: 'Ritiro', en: 'Withdrawal' } },
  'evaluation.received.v1': { by: 'conductor', name: { it: 'Notifica', en: 'Delivery' } },
  'evaluation.hearing-offered.v1': { by: 'judge', name: { it: 'Offerta dell’audizione', en: 'Offer of a hearing' } },
  'evaluation.hearing-recorded.v1': {
    by: 'judge',
    name: { it: 'Verbale dell’audizione', en: 'Record of the hearing' },
  },
  'evaluation.judged.v1': { by: 'judge', name: { it: 'Giudizio finale', en: 'Final judgement' } },
  'evaluation.evaluator-named.v1': {
    by: 'conductor',
    name: { it: 'Nomina di un altro valutatore', en: 'Naming of another evaluator' },
  },
  'evaluation.conciliator-named.v1': {
    by: 'conductor',
    name: { it: 'Nomina del conciliatore', en: 'Naming of the conciliator' },
  },
  'evaluation.confirmed.v1': { by: 'third', name: { it: 'Conciliazione', en: 'Conciliation' } },
  'evaluation.score-revised.v1': { by: 'third', name: { it: 'Conciliazione', en: 'Conciliation' } },
  'evaluation.made-definitive.v1': { by: 'conductor', name: { it: 'Chiusura', en: 'End' } },
};

interface Deed {
  /** A judge is not of the person's offices; who conducts neither that nor a judge, while others could; a third has not judged before. */
  readonly by: 'conductor' | 'judge' | 'third';
  readonly name: Label;
}

/** A step of the proof that the chain does not tell. */
export interface EvaluationCheck {
  readonly step: string;
  readonly name: Label;
  readonly side: ControlSideRow;
  readonly earlier: readonly string[];
  readonly rule: typeof NOBODY_ELSE | null;
}

/** @returns null for what is no control, or the person's own right */
export function evaluationCheck(event: RecordedEvent, sides: readonly ControlSideRow[]): EvaluationCheck | null {
  const deed = deedOf(event);
  const [side] = evaluationSide(event, sides);
  if (deed === undefined || side === undefined) return null;
  const step = event.type.replace(/^evaluation\.|\.v\d+$/g, '');
  const check = { step, name: deed.name, side, earlier: [], rule: null };
  if (deed.by === 'judge') return check;
  if (deed.by === 'third') return { ...check, earlier: tookOf(side, (by) => !isNamed(by)) };
  // of the same fact, or the rules asked for nothing: the file says of nobody that they conduct
  const isAlone = event.data['nobodyElse'] === true;
  if (isAlone || !Object.hasOwn(side.took, EVALUATOR)) {
    return { ...check, side: { ...side, offices: [] }, rule: isAlone ? NOBODY_ELSE : null };
  }
  return { ...check, earlier: tookOf(side, isNamed) };
}

function tookOf({ took }: ControlSideRow, isWanted: (by: string) => boolean): readonly string[] {
  const of = Object.keys(took).filter(isWanted);
  return [...new Set(of.flatMap((by) => took[by] ?? []))].toSorted();
}

function isNamed(by: string): boolean {
  return by === EVALUATOR || by === CONCILIATOR;
}

/** The side of the person after an event, first, and at the opening that of its chain; none: no evaluation, or one that was never opened. */
export function evaluationSide(event: RecordedEvent, sides: readonly ControlSideRow[]): readonly ControlSideRow[] {
  if (categoryOf(event.stream) !== 'evaluation') return [];
  const fact = factOf(event);
  if (fact.type === 'evaluation.opened.v1') {
    const { planId, person, offices, route, evaluator } = fact.data;
    const scope = idOfStream(event.stream);
    const ofChain = { ...nobody(scope, 'evaluation'), plan_id: planId };
    const whole = { ...nobody(scope, WHOLE), plan_id: planId, offices, beneficiaries: [person] };
    const took: Took = route.terms.conductors === undefined ? {} : { [EVALUATOR]: [evaluator.person] };
    return [{ ...whole, workflow: route.workflow, took }, ofChain];
  }
  const goesOnBy = isNaming(fact) ? fact.data.route : undefined;
  const before = sides.filter(({ id }) => id === WHOLE);
  return before.map((side) => ({
    ...side,
    took: tookAfter(side.took, event),
    workflow: goesOnBy === undefined ? side.workflow : goesOnBy.workflow,
  }));
}

function isNaming(fact: ReturnType<typeof factOf>) {
  return fact.type === 'evaluation.evaluator-named.v1' || fact.type === 'evaluation.conciliator-named.v1';
}

function tookAfter(took: Took, event: RecordedEvent): Took {
  const fact = factOf(event);
  if (fact.type === EVALUATOR) {
    const { evaluator, route } = fact.data;
    const isAsked = route === undefined ? Object.hasOwn(took, EVALUATOR) : route.terms.conductors !== undefined;
    const { [EVALUATOR]: _, ...others } = took;
    return isAsked ? { ...others, [EVALUATOR]: [evaluator.person] } : others;
  }
  if (fact.type === CONCILIATOR) return { ...took, [CONCILIATOR]: [fact.data.conciliator.person] };
  const isStep = fact.type === 'evaluation.approval-voted.v1';
  if (!isStep && deedOf(event)?.by !== 'judge') return took;
  const { actor, onBehalfOf } = metadataOf(event);
  return tookBy(took, { person: actor.id, onBehalfOf }, isStep ? fact.data.step : event.type);
}

function deedOf({ type }: RecordedEvent): Deed | undefined {
  return Object.hasOwn(deeds, type) ? deeds[type as keyof typeof deeds] : undefined;
}
