import { addDays, type PlanDocument, type PlannedObjective, type Staff } from '#domain';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Executed } from './context.js';
import type { Engine } from './engine.js';
import { react } from './reactions.js';

export const by = { id: 'acc-1', office: 'segretario-generale' };
export const at = '2022-05-16T08:00:00.000Z';
export const clock = { now: () => '2022-05-16T09:00:00.000Z' };
export const context = (n: number) => {
  const id = `0b0e2c3a-6f0f-4a53-9c53-${String(n).padStart(12, '0')}`;
  return { commandId: id, correlationId: id, causationId: id };
};

export const objective = (id: string): PlannedObjective => ({
  id,
  mission: 1,
  strategicObjective: 1,
  number: '1',
  title: 'Archivio',
  shares: [
    { id: `${id}-protocollo`, areaId: 'protocollo', unit: null, weight: '10', funding: null, source: { line: 9 } },
  ],
  indicators: [],
  deadlines: [{ id: 'd1', shareIds: [`${id}-protocollo`], text: '', kind: 'horizon', on: '2022-12-31' }],
  participants: [],
  acts: [],
  source: { line: 9 },
});

/** With what a variation asks of an objective that it adds. */
function measured(id: string): PlannedObjective {
  const target = { comparison: 'at-least', value: '80', unit: '%' } as const;
  const shareIds = [`${id}-protocollo`];
  return {
    ...objective(id),
    indicators: [{ id: 'i1', shareIds, text: 'Faldoni riordinati', target, source: { line: 9 } }],
  };
}

export const document: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano 2022',
  act: null,
  horizon: '2022-12-31',
  areas: [{ id: 'protocollo', name: 'Protocollo', aliases: [], kind: 'area', ceiling: '60' }],
  missions: [{ number: 1, title: 'Amministrazione', strategicObjectives: [{ number: 1, title: 'Ordine' }] }],
  objectives: [objective('1.1.1'), objective('1.1.2'), objective('1.1.3')],
  readings: [],
};

export const draft = (engine: Engine) =>
  engine.execute('plan', '2022', { type: 'plan.draft', planId: '2022', document, by, at }, context(1));

/** Lets the reactions run until they have seen the last event of the log. */
export async function settled(store: EventStore, engine: Engine, after?: bigint): Promise<void> {
  const over = new AbortController();
  await react({
    store,
    engine,
    body: 'demo',
    clock,
    ...(after !== undefined && { after }),
    signal: over.signal,
    onProgress: (position) => {
      void lastOf(store).then((last) => last?.position === position && over.abort());
    },
  });
}

export async function lastOf(store: EventStore): Promise<RecordedEvent | undefined> {
  for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) return event;
  return undefined;
}

export async function typesIn(store: EventStore): Promise<string[]> {
  const types: string[] = [];
  for await (const event of store.readAll()) types.push(event.type);
  return types.sort();
}

/** A store that fails once at its nth append, as a process does that is killed there. */
export const dying = (store: EventStore, atAppend: number): EventStore => ({
  append: (stream, events, expected) => {
    if (--atAppend === 0) throw new Error('killed');
    return store.append(stream, events, expected);
  },
  read: (stream, options) => store.read(stream, options),
  readAll: (options) => store.readAll(options),
  follow: (options) => store.follow(options),
  close: () => store.close(),
});

export const act = { kind: 'DGC', number: '40', date: '2022-05-10' };
export const resolution = {
  id: 'delibera',
  name: { it: 'Delibera', en: 'Resolution' },
  who: [{ office: 'giunta' }],
  agreement: { kind: 'one' },
  order: 'parallel',
  substitute: null,
  term: null,
  onTimeout: [],
  outcomes: ['approve'],
  act: { kinds: ['DGC'] },
} as const;
const opinion = { ...resolution, id: 'parere', who: [{ office: 'nucleo' }], act: null } as const;
export const tenure = (office: string) => ({
  person: `acc-${office}`,
  office,
  roles: [],
  from: '2021-01-01',
  to: null,
  act: null,
});
export const staff: Staff = {
  day: '2022-05-16',
  offices: [{ id: 'nucleo', function: 'evaluation-body', names: [] }],
  tenures: [tenure('giunta'), tenure('nucleo')],
  delegations: [],
  beneficiaries: [],
};

/** A share that is struck out by an act of its own. */
export const removal = {
  type: 'objective.remove',
  shareId: '1.1.1-protocollo',
  cause: 'resources',
  note: 'fondi revocati',
  act,
  opinion: {
    favourable: true,
    note: 'sì',
    on: '2022-05-09',
    document: { kind: 'verbale', number: '4', date: '2022-05-09' },
  },
  weight: 'redistribute',
  staff: { ...staff, tenures: [{ ...tenure('segretario-generale'), roles: ['segretario'] }] },
  by,
  at,
} as const;

/**
 * A plan in force, and a variation of it that the Giunta has decided, heard the Nucleo: an objective gets a day, another is
 * new, a third is removed and the others bear its weight. Answered as the decision was; sent again, all of it is.
 */
export async function decided(engine: Engine, resolvedBy = act): Promise<Executed> {
  const [askedOn, heardOn] = [addDays(resolvedBy.date, -6), addDays(resolvedBy.date, -1)];
  const changes = [
    { kind: 'move-deadline', objectiveId: '1.1.1', deadlineId: 'd1', to: '2022-10-31' },
    { kind: 'add-objective', objective: measured('1.1.4') },
    {
      kind: 'remove-objective',
      objectiveId: '1.1.3',
      cause: 'resources',
      note: 'fondi revocati',
      weight: 'redistribute',
    },
  ] as const;
  await draft(engine);
  for (const { id } of document.objectives) {
    const definition = {
      type: 'objective.define',
      planId: '2022',
      objective: objective(id),
      horizon: document.horizon,
    } as const;
    // an engine that carries on what it is told has done it
    if ((await engine.load('objective', `2022-${id}`)) !== null) continue;
    await engine.execute('objective', `2022-${id}`, { ...definition, by, at }, context(100 + Number(id.at(-1))));
  }
  await engine.execute('plan', '2022', { type: 'plan.approve', act, by, at }, context(2));
  await engine.execute('plan', '2022', { type: 'plan.enter-into-force', from: '2022-05-16', by, at }, context(3));
  const surroundings = {
    document,
    planStatus: 'in-force',
    objectives: {},
    underWay: {},
    cutOff: '2022-12-15',
  } as const;
  await engine.execute(
    'variation',
    '2022-1',
    {
      type: 'variation.request',
      variationId: '2022-1',
      planId: '2022',
      requestId: 'r-1',
      reason: 'gara deserta',
      changes,
      chain: { id: 'variation', version: 1, steps: [opinion, resolution] },
      workflow: null,
      staff,
      surroundings,
      by: { id: 'acc-2', office: 'protocollo' },
      on: askedOn,
      at,
    },
    { ...context(4), occurredOn: askedOn },
  );
  const said = {
    outcome: 'approve',
    points: [],
    returnBy: null,
    degree: null,
    reason: '',
    staff,
    surroundings,
    at,
  } as const;
  const step = { type: 'variation.take-step', ...said } as const;
  const nucleo = { id: 'acc-nucleo', office: 'nucleo' };
  const giunta = { id: 'acc-giunta', office: 'giunta' };
  const heard = { ...step, step: 'parere', note: 'nessuno poteva evitarlo', act: null, by: nucleo, on: heardOn };
  await engine.execute('variation', '2022-1', heard, { ...context(5), occurredOn: heardOn });
  return engine.execute(
    'variation',
    '2022-1',
    { ...step, step: 'delibera', note: '', act: resolvedBy, by: giunta },
    context(6),
  );
}

export const carried = [
  'objective.assigned.v1',
  'objective.defined.v1',
  'objective.removed.v1',
  'objective.varied.v1',
  'objective.varied.v1',
  'plan.varied.v1',
  'variation.applied.v1',
];
