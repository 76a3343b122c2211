import type { Deadline } from '../deadline/deadline.js';
import { acknowledge, after, alarm, assign, define, report, suspend } from '../testing/commands.js';
import { ACT, archive, REGISTRY, SECRETARY } from '../testing/example.js';
import { eventsOf } from '../testing.js';
import type { PlannedObjective } from '../plan/document.js';
import { objective } from './objective.js';

const counted: Deadline = {
  id: 'minutes',
  shareIds: [REGISTRY],
  text: 'lavori dei verbali entro il quadrimestre successivo',
  kind: 'relative',
  to: 'verbali',
  within: 'quadrimestre successivo',
};
const late: Deadline = { ...counted, id: 'tender', to: 'gara', within: '10 giorni lavorativi' };
const planned = (...deadlines: Deadline[]): PlannedObjective => ({ ...archive, deadlines });
const begun = [define({ objective: planned(counted, late) }), assign(), acknowledge()];
const fact = (fields: Parameters<typeof report>[0] = {}) =>
  report({ begins: { deadlineId: 'minutes' }, occurredOn: '2022-03-10', ...fields });
const vary = (told: PlannedObjective, date: string, at: string) =>
  ({
    type: 'objective.vary',
    variationId: 'demo-2022-1',
    objective: told,
    act: { ...ACT, date },
    by: { id: 'system', office: 'system' },
    at,
  }) as const;
const dueOf = ({ state }: ReturnType<typeof after>) =>
  state.shares.find(({ shareId }) => shareId === REGISTRY)?.deadlines ?? [];
const term = { deadlineId: 'minutes', instance: '2022-08-31', dueOn: '2022-08-31' };

describe('a deadline that is counted from a fact', () => {
  it('given that the fact is reported, then it falls due by it, with what the plan says of it', () => {
    expect(after(...begun).when(fact())).toMatchObject({
      events: [
        {
          type: 'objective.progress-reported.v1',
          data: { begins: { ...term, text: counted.text, title: archive.title } },
        },
      ],
    });
    expect(dueOf(after(...begun, fact()))).toMatchObject([{ ...term, status: 'open', every: null }]);
  });

  it('given that none is reported, then nothing falls due, and an entry that names none makes none', () => {
    expect(dueOf(after(...begun))).toEqual([]);
    const [event] = eventsOf(objective, ...begun, report()).slice(-1);
    expect(event?.data).not.toHaveProperty('begins');
  });

  it('given that it is not answered, then it is missed once; given that it is, then not', () => {
    const at = '2022-09-01T08:00:00.000Z';
    expect(after(...begun, fact()).when(alarm(at))).toMatchObject({
      events: [{ type: 'objective.deadline-missed.v1', data: term }],
    });
    const answer = report({ progressId: 'p-2', fulfils: { deadlineId: 'minutes', instance: '2022-08-31' } });
    expect(after(...begun, fact(), answer).when(alarm(at))).toEqual({ events: [] });
  });

  it('given facts of two periods, then each makes one; of one period the second is told that it runs already', () => {
    const second = fact({ progressId: 'p-2', occurredOn: '2022-05-02', at: '2022-06-20T08:00:00.000Z' });
    expect(dueOf(after(...begun, fact(), second)).map(({ dueOn }) => dueOn)).toEqual(['2022-08-31', '2022-12-31']);
    expect(after(...begun, fact()).when(fact({ progressId: 'p-2', occurredOn: '2022-04-30' }))).toEqual({
      refusal: 'objective/term-already-begun',
      facts: { share: REGISTRY, deadline: 'minutes', instance: '2022-08-31', deadlineText: counted.text },
    });
  });

  it('given a fact that was told with a wrong day, when it is told again in its place, then that one falls due alone', () => {
    const right = fact({
      progressId: 'p-2',
      occurredOn: '2022-05-02',
      begins: { deadlineId: 'minutes', insteadOf: '2022-08-31' },
    });
    const told = after(...begun, fact());
    expect(told.when(right)).toMatchObject({
      events: [{ data: { begins: { dueOn: '2022-12-31', insteadOf: '2022-08-31' } } }],
    });
    expect(dueOf(after(...begun, fact(), right)).map(({ dueOn }) => dueOn)).toEqual(['2022-12-31']);
    expect(after(...begun).when(right)).toMatchObject({ refusal: 'objective/unknown-deadline' });
    const answer = report({ progressId: 'p-3', fulfils: { deadlineId: 'minutes', instance: '2022-08-31' } });
    expect(after(...begun, fact(), answer).when(right)).toMatchObject({
      refusal: 'objective/deadline-already-answered',
    });
    const at = '2022-08-31T22:00:00.000Z';
    expect(told.when({ ...right, at })).toMatchObject({ refusal: 'objective/deadline-passed' });
    expect(after(...begun, fact(), alarm(at)).when({ ...right, at })).toMatchObject({
      refusal: 'objective/deadline-passed',
    });
  });

  it('given a fact without a word or a document of it, then it is not reported so', () => {
    expect(after(...begun).when(fact({ note: ' ', evidence: [] }))).toMatchObject({ refusal: 'value/text-missing' });
    expect(after(...begun).when(fact({ note: 'Verbale n. 3', evidence: [] }))).toHaveProperty('events');
  });

  it('given words that are not counted, or a deadline of another share, then it says so', () => {
    expect(after(...begun).when(fact({ begins: { deadlineId: 'tender' } }))).toMatchObject({
      refusal: 'objective/term-unknown',
    });
    const others = define({ objective: planned({ ...counted, shareIds: [SECRETARY] }, late) });
    for (const [command, begins] of [
      [others, 'minutes'],
      [define({ objective: planned(counted) }), 'x'],
    ] as const)
      expect(after(command, assign(), acknowledge()).when(fact({ begins: { deadlineId: begins } }))).toMatchObject({
        refusal: 'objective/unknown-deadline',
      });
  });

  it('given work that rested since the fact, then it falls due as many days later; a rest to come moves it on', () => {
    const rest = suspend({ act: ACT, from: '2022-06-20', until: '2022-06-29', at: '2022-06-20T10:00:00.000Z' });
    const at = '2022-07-01T08:00:00.000Z';
    const later = [{ ...term, dueOn: '2022-09-10' }];
    expect(dueOf(after(...begun, rest, fact({ at })))).toMatchObject(later);
    expect(dueOf(after(...begun, fact(), rest, alarm(at)))).toMatchObject(later);
  });

  it('given a variation of something else, then it stays due, and a miss of it stays one', () => {
    const other = {
      ...planned(counted, late),
      indicators: archive.indicators.map((one) => ({ ...one, text: `${one.text}!` })),
    };
    const july = vary(other, '2022-07-01', '2022-07-02T08:00:00.000Z');
    expect(dueOf(after(...begun, fact(), july))).toMatchObject([{ ...term, status: 'open' }]);
    const missed = alarm('2022-09-01T08:00:00.000Z');
    const recorded = vary(other, '2022-07-01', '2022-09-02T08:00:00.000Z');
    expect(dueOf(after(...begun, fact(), missed, recorded))).toMatchObject([{ ...term, status: 'missed' }]);
  });

  it('given a variation that gives it a day, then that day takes its place', () => {
    const { id, shareIds, text } = counted;
    const moved = planned({ id, shareIds, text, kind: 'fixed', on: '2022-10-31' }, late);
    const july = vary(moved, '2022-07-01', '2022-07-02T08:00:00.000Z');
    expect(dueOf(after(...begun, fact(), july))).toMatchObject([{ instance: '2022-10-31', status: 'open' }]);
    const inTime = vary(moved, '2022-07-01', '2022-09-02T08:00:00.000Z');
    const missed = alarm('2022-09-01T08:00:00.000Z');
    expect(dueOf(after(...begun, fact(), missed, inTime))).toMatchObject([{ instance: '2022-10-31', status: 'open' }]);
  });
});
