import { streamName, type ObjectiveEvent } from '#domain';
import type { EventStore, JsonObject } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { objectiveAsOf } from './as-of.js';

const SHARE = '1.1.1-personale';
const defined: ObjectiveEvent = {
  type: 'objective.defined.v1',
  data: {
    planId: '2022',
    horizon: '2022-12-31',
    objective: {
      id: '1.1.1',
      mission: 1,
      strategicObjective: 1,
      number: '1',
      title: 'Tirocini',
      shares: [{ id: SHARE, areaId: 'personale', unit: null, weight: '10', funding: null, source: { line: 1 } }],
      indicators: [],
      deadlines: [],
      participants: [],
      acts: [],
      source: { line: 1 },
    },
  },
};

const story: readonly (readonly [string, ObjectiveEvent])[] = [
  ['2022-05-16T08:00:00.000Z', defined],
  ['2022-05-17T08:00:00.000Z', { type: 'objective.assigned.v1', data: { shareId: SHARE, office: 'personale' } }],
  ['2022-05-18T08:00:00.000Z', { type: 'objective.acknowledged.v1', data: { shareId: SHARE } }],
];

async function told(): Promise<EventStore> {
  const store = memoryStore();
  const events = story.map(([recordedAt, { type, data }], index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    type,
    data: data as object as JsonObject,
    metadata: { recordedAt },
  }));
  await store.append(streamName('objective', 'prova', '2022-1.1.1'), events, 'no-stream');
  return store;
}

describe('objectiveAsOf', () => {
  it('given an instant, then what was recorded by then counts', async () => {
    const then = await objectiveAsOf(await told(), 'prova', '2022-1.1.1', { instant: '2022-05-17T08:00:00Z' });
    expect(then).toMatchObject({ revision: 1, recordedAt: '2022-05-17T08:00:00.000Z' });
    expect(then?.state.shares).toMatchObject([{ office: 'personale', acknowledged: false }]);
  });

  it('given a revision, then the events up to it count', async () => {
    const then = await objectiveAsOf(await told(), 'prova', '2022-1.1.1', { revision: 0 });
    expect(then?.state.shares).toMatchObject([{ office: null }]);
  });

  it('given no bound, then all of it counts', async () => {
    const then = await objectiveAsOf(await told(), 'prova', '2022-1.1.1');
    expect(then?.state.shares).toMatchObject([{ acknowledged: true }]);
  });

  it('given an instant before its first event, or an objective that is not there, then nothing was known', async () => {
    expect(await objectiveAsOf(await told(), 'prova', '2022-1.1.1', { instant: '2022-01-01T00:00:00Z' })).toBeNull();
    expect(await objectiveAsOf(await told(), 'prova', '2022-9.9.9')).toBeNull();
  });
});
