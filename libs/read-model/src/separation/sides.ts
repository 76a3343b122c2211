import {
  areasOf,
  asksAreas,
  asksAreasTo,
  drafterIn,
  foundAbout,
  holdersAfter,
  idOfStream,
  preparedBy,
  workOn,
  type ApprovalFactOf,
  type ComputedRun,
  type DoneBy,
  type LifecycleInForce,
  type ObjectiveEvent,
  type Parties,
  type StepDefinition,
  type WorkflowRef,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { objectivesOfRun, objectivesVaried } from './concerned.js';
import { decidedBy, DECIDED, heldIn } from './runs.js';
import { controlSideTable, type ControlSideRow, type StepRoute } from './tables.js';

/** Who stands on the side of what is judged, after an event; read from the facts and not from what was decided. */
export function sidesAfter(event: RecordedEvent, rows: Rows): readonly Change[] {
  const fact = factOf(event);
  const scope = idOfStream(event.stream);
  const sides = rows.of(controlSideTable);
  const before = (id: string) => sides.find((side) => side.id === id) ?? nobody(scope, id);
  switch (fact.type) {
    case 'objective.defined.v1':
      return defined(fact.data, scope);
    case 'objective.redefined.v1':
      return [...ofShares(sides), ...defined(fact.data, scope)];
    case 'objective.withdrawn.v1':
      return ofShares(sides);
    case 'objective.proposal-withdrawn.v1': // another may be proposed under its number, by others
      return [controlSideTable.clear({ scope, id: 'objective' })];
    case 'premium.computed.v1':
      return computed(fact.data, scope, metadataOf(event));
    case 'objective.assigned.v1': {
      const { shareId, office } = fact.data;
      const side = before(shareId);
      const [area = office] = side.offices;
      const holders = holdersAfter(side.holders, fact);
      const share = { ...(side.share ?? { area, findings: [] }), office };
      return [controlSideTable.put({ ...side, offices: [...new Set([area, office])], holders, share })];
    }
    case 'objective.assignment-corrected.v1': {
      const side = before(fact.data.shareId);
      const holders = holdersAfter(side.holders, fact);
      return [controlSideTable.put({ ...side, holders })];
    }
    case 'objective.suspended.v1': {
      const side = before(fact.data.shareId);
      if (fact.data.act !== null) return [];
      return [controlSideTable.put({ ...side, unratified: [...side.unratified, fact.data.from].toSorted() })];
    }
    case 'objective.suspension-ratified.v1': {
      const side = before(fact.data.shareId);
      return [controlSideTable.put({ ...side, unratified: side.unratified.slice(0, -1) })];
    }
    case 'variation.requested.v1': {
      const side = { ...before('variation'), plan_id: fact.data.planId };
      return [controlSideTable.put({ ...side, objectives: objectivesVaried(fact.data) })];
    }
    case 'objective.varied.v1':
      return varied(fact.data, scope, sides);
    case 'objective.proposed.v1': {
      const { planId, proposedBy, office, objective, workflow } = fact.data;
      const side = before('objective');
      const authors = [...new Set([...side.authors, proposedBy])];
      const offices = [...new Set([office, ...areasOf(objective)])]; // in this order: `officesAt` goes by it
      const routes = routesWithoutChain(workflow);
      return [controlSideTable.put({ ...side, plan_id: planId, authors, offices, routes })];
    }
    case 'objective.rendicontazione-submitted.v1': {
      const { shareId, submittedBy } = fact.data;
      const side = before(shareId);
      const authors = [...new Set([...side.authors, submittedBy])];
      return [
        controlSideTable.put({ ...side, authors, routes: routesOf(event.data, side), took: {}, set_out: at(event) }),
      ];
    }
    case 'objective.reopened.v1':
      // judged anew, from the first step
      return [controlSideTable.put({ ...before(fact.data.shareId), took: {}, set_out: at(event) })];
    case 'objective.rendicontazione-submitted.v2': {
      const { shareId, submittedBy, approval } = fact.data;
      const side = before(shareId);
      return [withParties({ ...side, authors: [...new Set([...side.authors, submittedBy])] }, approval, event)];
    }
  }
  if (fact.type === 'objective.justification-opened.v1' || fact.type === 'objective.proposal-opened.v1') {
    const side = before(sideIdOf(event));
    const { shareId } = event.data;
    const { plan_id } = typeof shareId === 'string' ? before(shareId) : side;
    return [withParties({ ...side, plan_id }, fact.data.approval, event)];
  }
  if (/\.approval-opened\.v\d+$/.test(event.type)) return [withParties(before(sideIdOf(event)), event.data, event)];
  if (/\.approval-joined\.v\d+$/.test(event.type)) return [withJoined(before(sideIdOf(event)), event)];
  const drafter = drafterIn(event, metadataOf(event));
  if (drafter !== null) {
    const side = before('plan');
    return [controlSideTable.put({ ...side, authors: [...new Set([...side.authors, drafter])] })];
  }
  const work = workOn(event, metadataOf(event));
  if (work !== null) {
    const side = before(work.shareId);
    return [controlSideTable.put({ ...side, authors: [...new Set([...side.authors, work.person])] })];
  }
  const to = movedBy(event);
  return to === null ? [] : [controlSideTable.put(withChain(before(sideIdOf(event)), to))];
}

/** Offices that have come to answer for what is judged, or to have the credit of days of it. */
function withJoined(side: ControlSideRow, { data }: RecordedEvent): Change {
  const { offices, credited = [] } = data as object as ApprovalFactOf<'joined'>; // as the rules once wrote it
  return controlSideTable.put({
    ...side,
    offices: [...new Set([...side.offices, ...offices])],
    credited: [...side.credited, ...credited],
  });
}

type Moved = Pick<ApprovalFactOf<'migrated'>, 'chain' | 'workflow' | 'panels' | 'lost'>;

/** An approval that went on to another version of its chain. */
function movedBy({ type, data }: RecordedEvent): Moved | null {
  const told = data as { readonly fact?: { readonly kind?: string } };
  if (/\.approval-migrated\.v\d+$/.test(type)) return data as object as Moved; // as the rules once wrote it
  return told.fact?.kind === 'migrated' ? (told.fact as object as Moved) : null;
}

function withChain(side: ControlSideRow, moved: Moved): ControlSideRow {
  const undone = moved.lost.flatMap((what) => (what.what === 'step' || what.what === 'votes' ? [what.step] : []));
  const took = Object.fromEntries(Object.entries(side.took).filter(([step]) => !undone.includes(step)));
  return { ...side, took, workflow: followedBy(moved), routes: routesOf(moved, side) };
}

/** The side that an approval's own events are about: a share's, or the subject's where it has none; each justification's. */
export function sideIdOf({ type, data }: RecordedEvent): string {
  const { shareId, subject, deadlineId, instance } = data;
  if (type.startsWith('objective.justification-')) {
    return [shareId, deadlineId, instance].filter((part) => typeof part === 'string').join('~');
  }
  if (type.startsWith('objective.proposal-')) return 'objective';
  if (typeof shareId === 'string') return shareId;
  return typeof subject === 'string' ? subject : '';
}

export function nobody(scope: string, id: string): ControlSideRow {
  const none = {
    authors: [],
    offices: [],
    scored: [],
    beneficiaries: [],
    credited: [],
    horizon: null,
    holders: [],
    share: null,
    unratified: [],
    objectives: [],
    workflow: null,
    routes: {},
    took: {},
    prepared: [],
    set_out: null,
    last_vote: null,
  };
  return { scope, id, plan_id: null, ...none };
}

/** Of a draft's shares nobody had a part yet; who proposed and judged the objective stays. */
function ofShares(sides: readonly ControlSideRow[]): readonly Change[] {
  return sides.filter(({ horizon }) => horizon !== null).map(({ scope, id }) => controlSideTable.clear({ scope, id }));
}

type Defined = Extract<ObjectiveEvent, { readonly type: 'objective.defined.v1' }>['data'];

function defined({ objective, planId, horizon }: Defined, scope: string): readonly Change[] {
  return objective.shares.map(({ id, areaId }) =>
    controlSideTable.put({
      ...nobody(scope, id),
      plan_id: planId,
      offices: [areaId],
      horizon,
      share: { area: areaId, office: null, findings: foundAbout(objective, id) },
    }),
  );
}

type Varied = Extract<ObjectiveEvent, { readonly type: 'objective.varied.v1' }>['data'];

/** What a variation changes of the shares: whoever is scored on the same by it is on the other side of what is under way, too. */
function varied({ objective, horizon, shareIds }: Varied, scope: string, sides: readonly ControlSideRow[]) {
  const planId = sides.find(({ plan_id }) => plan_id !== null)?.plan_id ?? '';
  const known = (id: string) => sides.find((side) => side.id === id && side.share !== null);
  const shares = objective.shares.filter(({ id }) => known(id) === undefined);
  const changed = objective.shares.flatMap(({ id, areaId: area }) => {
    const side = known(id);
    if (side?.share == null || !shareIds.includes(id)) return [];
    const share = { ...side.share, area, findings: foundAbout(objective, id) };
    return [controlSideTable.put({ ...side, share })];
  });
  return [...defined({ objective: { ...objective, shares }, planId, horizon }, scope), ...changed];
}

function computed(run: ComputedRun, scope: string, by: DoneBy): readonly Change[] {
  const { planId: plan_id } = run;
  return [
    controlSideTable.put({ ...nobody(scope, 'premium-run'), plan_id, prepared: preparedBy(by) }),
    controlSideTable.put({
      ...nobody(scope, DECIDED),
      plan_id,
      offices: decidedBy(run),
      holders: heldIn(run),
      objectives: objectivesOfRun(run),
    }),
  ];
}

function withParties(side: ControlSideRow, approval: object, event: RecordedEvent): Change {
  const { parties } = approval as { readonly parties?: Partial<Parties> };
  const { authors = [], offices = [], scored = [], beneficiaries = [], prepared = side.prepared } = parties ?? {};
  const { credited = [] } = parties ?? {};
  return controlSideTable.put({
    ...side,
    authors: [...new Set([...side.authors, ...authors])],
    offices: [...new Set([...side.offices, ...offices])],
    scored: [...new Set([...side.scored, ...scored])],
    beneficiaries: [...new Set([...side.beneficiaries, ...beneficiaries])],
    credited,
    prepared,
    workflow: followedBy(approval),
    routes: routesOf(approval, side),
    took: {},
    set_out: at(event),
  });
}

/** Where in the log. */
function at({ position }: RecordedEvent): string {
  return String(position);
}

type StepAsFrozen = Partial<StepRoute> & Pick<Partial<StepDefinition>, 'who'> & { readonly id: string };

function followedBy(data: object): WorkflowRef | null {
  return (data as { readonly workflow?: WorkflowRef | null }).workflow ?? null;
}

/** Of a chain as any release froze it with what it is for. */
function routesOf(data: object, { id: of }: Pick<ControlSideRow, 'id'>): Readonly<Record<string, StepRoute>> {
  const { chain, panels } = data as {
    readonly chain?: { readonly steps?: readonly StepAsFrozen[] };
    readonly panels?: Readonly<Record<string, { readonly reroutedFrom?: string | null }>>;
  };
  return Object.fromEntries(
    (chain?.steps ?? []).map(({ id, name, office, independentOf, who = [] }) => [
      id,
      {
        name: name ?? null,
        office: office ?? null,
        reroutedFrom: panels?.[id]?.reroutedFrom ?? null,
        ...(independentOf && { independentOf }),
        ...(of === 'objective' && asksAreas({ who }, of) && { asksAreas: true as const }),
      },
    ]),
  );
}

/** What judges a proposal where the body has no chain for it. */
function routesWithoutChain(workflow: LifecycleInForce | undefined): ControlSideRow['routes'] {
  const asking = (['validate', 'return-proposal'] as const).filter((verb) =>
    asksAreasTo(verb, workflow?.transitions ?? []),
  );
  return Object.fromEntries(
    asking.map((verb) => [verb, { name: null, office: null, reroutedFrom: null, asksAreas: true as const }]),
  );
}
