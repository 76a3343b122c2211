import { chained, type EventStore, type NewEvent, type RecordedEvent } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { verifyLog } from './verify-log.js';

const BODY = 'prova';

function eventsNamed(...types: readonly string[]): readonly NewEvent[] {
  return types.map((type, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    type,
    data: { note: type },
    metadata: { actor: { id: 'u-1', office: 'segretario' } },
  }));
}

async function filled(): Promise<EventStore> {
  const store = memoryStore();
  for (const stream of ['plan-prova_2022', 'objective-prova_2022-1.1.1']) {
    await store.append(stream, chained(stream, 0, null, eventsNamed('one.v1', 'two.v1', 'three.v1')), 'no-stream');
  }
  await store.append('plan-altro_2022', eventsNamed('not-chained.v1'), 'no-stream');
  return store;
}

/** The store as it would be if someone had gone behind its back. */
function altered(store: EventStore, change: (event: RecordedEvent) => RecordedEvent | null): EventStore {
  async function* through(events: AsyncIterable<RecordedEvent>) {
    for await (const event of events) {
      const changed = change(event);
      if (changed !== null) yield changed;
    }
  }
  return {
    ...store,
    read: (...options) => through(store.read(...options)),
    readAll: (...options) => through(store.readAll(...options)),
  };
}

describe('verifyLog', () => {
  it('given a log as it was written, then every stream of the body was looked at and has no problem', async () => {
    const progress: (readonly [number, number])[] = [];
    const verification = await verifyLog(await filled(), BODY, (done, total) => progress.push([done, total]));
    expect(verification).toEqual({ streams: 2, events: 6, problems: [] });
    expect(progress).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('given an event changed afterwards, then its stream and revision are named', async () => {
    const store = altered(await filled(), (event) =>
      event.stream === 'plan-prova_2022' && event.revision === 1 ? { ...event, data: { note: 'else' } } : event,
    );
    expect((await verifyLog(store, BODY)).problems).toEqual([
      { stream: 'plan-prova_2022', revision: 1, code: 'chain/hash-differs' },
    ]);
  });

  it('given an event taken out, then the gap is named', async () => {
    const store = altered(await filled(), (event) =>
      event.stream === 'objective-prova_2022-1.1.1' && event.revision === 1 ? null : event,
    );
    expect((await verifyLog(store, BODY)).problems).toEqual([
      { stream: 'objective-prova_2022-1.1.1', revision: 1, code: 'chain/revision-missing' },
    ]);
  });

  it('given an empty log, then there is nothing wrong with it', async () => {
    expect(await verifyLog(memoryStore(), BODY)).toEqual({ streams: 0, events: 0, problems: [] });
  });
});
