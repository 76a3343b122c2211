import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused, type PlanDocument, type PlannedObjective } from '#domain';
import type { EventStore, JsonObject, RecordedEvent } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { giveNotices } from './notices.js';
import type { NoticeToSend } from './recorded.js';

const NOW = '2022-07-01T08:00:00.000Z';
const act = { kind: 'DGC', number: '40', date: '2022-06-30' };
const source = { line: 1 };
const objective = (weight: string): PlannedObjective => ({
  id: '6.1.1',
  mission: 6,
  strategicObjective: 1,
  number: '1',
  title: 'Archivio',
  shares: [
    { id: 's-1', areaId: 'protocollo', unit: null, weight, funding: null, source },
    { id: 's-2', areaId: 'tributi', unit: null, weight: '5', funding: null, source },
  ],
  indicators: [],
  deadlines: [],
  participants: [],
  acts: [],
  source,
});
const document: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano 2022',
  act: null,
  horizon: '2022-12-31',
  areas: [],
  missions: [],
  objectives: [objective('10')],
  readings: [],
};

let next = 0;
async function write(store: EventStore, stream: string, type: string, data: object, recordedAt = NOW) {
  next += 1;
  const id = `0b0e2c3a-6f0f-4a53-9c53-${String(next).padStart(12, '0')}`;
  await store.append(stream, [{ id, type, data: data as JsonObject, metadata: { recordedAt } }], 'any');
}

async function lastOf(store: EventStore): Promise<RecordedEvent> {
  for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) return event;
  throw new Error('nothing was written');
}

async function varied(recordedAt = NOW) {
  const store = memoryStore();
  const planId = '2022';
  await write(store, 'plan-demo_2022', 'plan.drafted.v1', { planId, document });
  await write(store, 'objective-demo_2022-6.1.1', 'objective.defined.v1', {
    planId,
    objective: objective('10'),
    horizon: '2022-12-31',
  });
  await write(store, 'objective-demo_2022-6.1.1', 'objective.assigned.v1', { shareId: 's-1', office: 'archivio' });
  const change = {
    planId,
    variationId: '2022-1',
    version: 2,
    act,
    objectives: [objective('12')],
    added: [],
    removed: [],
  };
  await write(store, 'plan-demo_2022', 'plan.varied.v1', change, recordedAt);
  return store;
}

describe('who is told of what changes', () => {
  let mail: string;
  beforeEach(async () => {
    mail = await mkdtemp(join(tmpdir(), 'notices-'));
  });
  afterEach(() => rm(mail, { recursive: true }));

  /** Records notices as the rules do: one for a stream. */
  function giving(store: EventStore, given: NoticeToSend[]) {
    const letters = { store, body: 'demo', mail, mailDomain: 'demo.invalid', url: 'http://localhost:3000' };
    return {
      ...letters,
      db: null as never, // no notice is made of what the read model says
      clock: { now: () => NOW },
      give: async (notice: NoticeToSend) => {
        const { office, day, about } = notice;
        if (given.some(({ id }) => id === notice.id)) throw new Refused('reminder/already-sent', { office, day });
        given.push(notice);
        await write(store, `reminder-demo_${notice.id}`, 'reminder.notice-given.v1', { office, day, about });
        return { repeated: false };
      },
    };
  }

  it('given a plan that was varied, then the office that has the share is told once, however often the event comes', async () => {
    const store = await varied();
    const event = await lastOf(store);
    const given: NoticeToSend[] = [];
    await giveNotices(event, giving(store, given));
    await giveNotices(event, giving(store, given));
    expect(given).toMatchObject([
      {
        id: `archivio_${event.id}`,
        office: 'archivio',
        about: {
          version: 2,
          variationId: '2022-1',
          act,
          differences: [{ shareId: 's-1', what: 'weight', before: '10', after: '12' }],
        },
      },
    ]);
    expect(await readdir(mail)).toEqual([`archivio_${event.id}.eml`]);
  });

  it('given a share that was removed by an act of its own, then whoever bears its weight is told, and whoever had it', async () => {
    const store = await varied();
    const without = {
      planId: '2022',
      version: 3,
      objectiveId: '6.1.1',
      shareId: 's-2',
      act,
      objectives: [objective('13')],
    };
    await write(store, 'plan-demo_2022', 'plan.share-removed.v1', without);
    const given: NoticeToSend[] = [];
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given.map(({ office }) => office)).toEqual(['archivio', 'tributi']);
  });

  it('given work that went on by itself, then the office is told; where somebody resumed it, they know', async () => {
    const store = await varied();
    const stream = 'objective-demo_2022-6.1.1';
    const rest = {
      shareId: 's-1',
      reason: 'inagibile',
      from: '2022-06-01',
      until: '2022-06-30',
      act: null,
      urgent: true,
    };
    const resumed = { shareId: 's-1', on: '2022-07-01', days: 30, act: null };
    const given: NoticeToSend[] = [];
    await write(store, stream, 'objective.suspended.v1', rest);
    await write(store, stream, 'objective.resumed.v1', { ...resumed, reason: 'agibile' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
    await write(store, stream, 'objective.suspended.v1', rest);
    await write(store, stream, 'objective.resumed.v1', { ...resumed, reason: '' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toMatchObject([
      { office: 'archivio', about: { kind: 'suspension-over', days: 30, unratified: true } },
    ]);
  });

  it('given old news, or any other event, then nobody is told', async () => {
    const given: NoticeToSend[] = [];
    const old = await varied('2022-05-01T08:00:00.000Z');
    await giveNotices(await lastOf(old), giving(old, given));
    const store = await varied();
    await write(store, 'objective-demo_2022-6.1.1', 'objective.acknowledged.v1', { shareId: 's-1' });
    await giveNotices(await lastOf(store), giving(store, given));
    expect(given).toEqual([]);
  });
});
