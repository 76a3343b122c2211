import type { ObjectiveCommand, PlanDocument, PlannedObjective } from '#domain';
import { projections } from '../projections.js';
import { replay } from '../runtime/fold.js';
import { admin, document, PLAN, roads, rules, segretario, system, act as approval } from '../testing/example.js';
import { history } from '../testing/history.js';
import { stage, type Stage } from '../testing.js';

const AT = '2022-05-16T08:00:00.000Z';
const named = { kind: 'DGC', number: '54', date: '2022-03-01' };
const later = { kind: 'DGC', number: '60', date: '2022-04-01' };
const [, works] = roads.shares;
const changed: PlannedObjective = {
  ...roads,
  shares: [works!],
  indicators: roads.indicators.map((indicator) => ({ ...indicator, shareIds: [works!.id] })),
  deadlines: [{ id: 'giunta', shareIds: [works!.id], text: 'Relazione', kind: 'fixed', on: '2022-11-30' }],
  acts: [later],
};
const added: PlannedObjective = {
  ...rules,
  id: '10.2.9',
  shares: rules.shares.slice(0, 1).map((share) => ({ ...share, id: '10.2.9-segretario-generale', weight: '1' })),
  indicators: [],
  deadlines: [],
};
const first: PlanDocument = { ...document, objectives: [{ ...roads, acts: [named] }, rules] };
const corrected: PlanDocument = { ...first, title: 'Piano corretto', objectives: [changed, added] };

/** Two drafts with what they say of their objectives, as the reactions write it. */
function twoDrafts() {
  const told = history();
  const draft = (of: PlanDocument) =>
    told.plan(PLAN, { type: 'plan.draft', planId: PLAN, document: of, by: admin, at: AT });
  const { horizon } = document;
  const tell = (id: string, command: object) =>
    told.objective(`${PLAN}-${id}`, { ...command, by: system, at: AT } as ObjectiveCommand);
  draft(first);
  for (const objective of first.objectives)
    tell(objective.id, { type: 'objective.define', planId: PLAN, objective, horizon });
  draft(corrected);
  for (const objective of corrected.objectives)
    tell(objective.id, { type: 'objective.redefine', planId: PLAN, objective, horizon });
  tell(rules.id, { type: 'objective.withdraw' });
  return { told, tell, horizon };
}

/** What the tables hold of the plan, but the trail itself. */
async function held(on: Stage) {
  const { event: _, ...tables } = await on.contents();
  return tables;
}

describe('the tables after another draft took the place of the first', () => {
  let on: Stage;
  const { told, tell, horizon } = twoDrafts();

  beforeAll(async () => {
    on = await stage();
    const firstDraft = told.events.findIndex(({ type }) => type === 'plan.redrafted.v1');
    await on.load(told.events.slice(0, firstDraft));
    await on.load(told.events.slice(firstDraft));
  });
  afterAll(() => on.strike());

  it('then the plan is the corrected one, and only what it has is listed', async () => {
    const tables = await held(on);
    expect(tables['plan']).toMatchObject([{ title: 'Piano corretto', status: 'drafted' }]);
    const ids = (name: string, column: string) =>
      (tables[name] as readonly Readonly<Record<string, unknown>>[]).map((row) => String(row[column]));
    expect(ids('objective', 'objective_id').sort()).toEqual(['2022-10.2.9', '2022-2.1.1']);
    expect(ids('planned_objective', 'objective_id').sort()).toEqual(['2022-10.2.9', '2022-2.1.1']);
    expect(ids('share', 'share_id').sort()).toEqual(['10.2.9-segretario-generale', '2.1.1-lavori']);
    expect(ids('approval_owner', 'share_id').sort()).toEqual(['10.2.9-segretario-generale', '2.1.1-lavori']);
    expect(ids('control_side', 'id').sort()).toEqual(['10.2.9-segretario-generale', '2.1.1-lavori', 'plan']);
  });

  it('then days of the first draft ring no more, and acts that it alone named are no debt', async () => {
    const { due, act_edge: edges } = await held(on);
    expect(due).toMatchObject([{ deadline_id: 'giunta', instance: '2022-11-30', share_id: '2.1.1-lavori' }]);
    const cited = edges!.filter((edge) => (edge as { relation: string }).relation === 'cites');
    expect(cited).toMatchObject([
      { source_id: '2022-2.1.1', target_id: '2022-dgc-60', type: 'objective.redefined.v1' },
    ]);
    const rests = edges!.filter((edge) => (edge as { source_kind: string }).source_kind === 'plan');
    expect(rests.every((edge) => (edge as { type: string }).type === 'plan.redrafted.v1')).toBe(true);
  });

  it('then tables that are built anew from the whole log are the same, and so is a replay in memory', async () => {
    const anew = await stage();
    try {
      await anew.load(told.events);
      expect(await held(anew)).toEqual(await held(on));
    } finally {
      await anew.strike();
    }
    const rows = replay(projections, told.events);
    const tables = await held(on);
    const shown = projections.flatMap((projection) => projection.tables).filter(({ name }) => name in tables);
    expect(shown.map((table) => [table.name, rows.changed(table).length])).toEqual(
      shown.map(({ name }) => [name, tables[name]!.length]),
    );
  });

  it('when a third draft has it again, then the objective that was withdrawn is listed, and goes on', async () => {
    const before = told.events.length;
    tell(rules.id, { type: 'objective.redefine', planId: PLAN, objective: rules, horizon });
    told.plan(PLAN, { type: 'plan.approve', act: approval, by: segretario, at: AT });
    const shareId = rules.shares[0]!.id;
    told.objective(`${PLAN}-${rules.id}`, {
      type: 'objective.assign',
      shareId,
      office: 'segretario-generale',
      by: segretario,
      at: AT,
    });
    await on.load(told.events.slice(before));
    expect(await on.db.selectFrom('read.parked').selectAll().execute()).toEqual([]);
    const { share } = await held(on);
    expect(share).toContainEqual(expect.objectContaining({ share_id: shareId, office: 'segretario-generale' }));
  });
});
