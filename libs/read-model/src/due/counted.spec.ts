import type { Deadline, PlannedObjective } from '#domain';
import { headOf, roads, segretario, system } from '../testing/example.js';
import { stage, type Stage } from '../testing.js';
import { begun } from '../testing/stories.js';
import { deadlines as deadlinesOf } from './query.js';

const objectiveId = '2022-2.1.1';
const shareId = '2.1.1-lavori';
const by = headOf('lavori');
const at = '2022-06-20T08:00:00.000Z';
const minutes: Deadline = {
  id: 'minutes',
  shareIds: [shareId],
  text: 'entro 30 giorni dal verbale',
  kind: 'relative',
  to: 'verbale',
  within: '30 giorni',
};
const varied = (objective: PlannedObjective, day: string) =>
  ({
    type: 'objective.vary',
    variationId: `2022-${day}`,
    objective,
    act: { kind: 'DGC', number: '50', date: day },
    by: system,
    at: `${day}T08:00:00.000Z`,
  }) as const;
const counting = { ...roads, deadlines: [...roads.deadlines, minutes] };

describe('what falls due by a fact that was reported', () => {
  let on: Stage;
  const told = begun();
  const due = async () =>
    (await deadlinesOf(on.db, {}, 500)).deadlines
      .filter((one) => one.shareId === shareId && one.deadlineId === 'minutes')
      .map(({ instance, dueOn, status, office, title, text, kind }) => ({
        instance,
        dueOn,
        status,
        office,
        title,
        text,
        kind,
      }));
  const tell = async (command: Parameters<typeof told.objective>[1]) => {
    const before = told.events.length;
    told.objective(objectiveId, command);
    await on.load(told.events.slice(before));
  };
  const row = {
    instance: '2022-07-18',
    dueOn: '2022-07-18',
    office: 'lavori',
    title: roads.title,
    text: minutes.text,
    kind: 'relative',
  };

  beforeAll(async () => {
    told.objective(objectiveId, { type: 'objective.assign', shareId, office: 'lavori', by: segretario, at });
    told.objective(objectiveId, varied(counting, '2022-06-21'));
    told.objective(objectiveId, { type: 'objective.acknowledge', shareId, by, at: '2022-06-21T09:00:00.000Z' });
    on = await stage();
    await on.load(told.events);
  });
  afterAll(() => on.strike());

  it('given none yet, then nothing; given the fact, then its day, also after a variation of something else', async () => {
    expect(await due()).toEqual([]);
    await tell({
      type: 'objective.report-progress',
      shareId,
      progressId: 'p-1',
      indicatorId: null,
      fulfils: null,
      begins: { deadlineId: 'minutes' },
      occurredOn: '2022-06-18',
      value: '10',
      note: 'Verbale n. 3',
      evidence: [],
      by,
      at: '2022-06-22T08:00:00.000Z',
    });
    expect(await due()).toEqual([{ ...row, status: 'open' }]);
    const indicators = roads.indicators.map((one) => ({ ...one, text: `${one.text}, tutte` }));
    await tell(varied({ ...counting, indicators }, '2022-06-23'));
    expect(await due()).toEqual([{ ...row, status: 'open' }]);
  });

  it('given that it was told with a wrong day, then the day of the right one alone', async () => {
    await tell({ type: 'objective.acknowledge', shareId, by, at: '2022-06-23T09:00:00.000Z' });
    await tell({
      type: 'objective.report-progress',
      shareId,
      progressId: 'p-2',
      indicatorId: null,
      fulfils: null,
      begins: { deadlineId: 'minutes', insteadOf: '2022-07-18' },
      occurredOn: '2022-06-19',
      value: '10',
      note: 'Verbale n. 3, del 19',
      evidence: [],
      by,
      at: '2022-06-24T07:00:00.000Z',
    });
    expect((await due()).map(({ dueOn, status }) => [dueOn, status])).toEqual([['2022-07-19', 'open']]);
  });

  it('given a variation that gives the deadline a day, then that one is due in its place', async () => {
    const { id, shareIds, text } = minutes;
    const deadlines: Deadline[] = [...roads.deadlines, { id, shareIds, text, kind: 'fixed', on: '2022-09-30' }];
    await tell(varied({ ...roads, deadlines }, '2022-06-24'));
    expect((await due()).map(({ dueOn, status }) => [dueOn, status])).toEqual([['2022-09-30', 'open']]);
  });
});
