import type { EventStore } from '#event-store';
import { memoryStore } from '#event-store/testing';
import type { CommandContext } from './context.js';
import { createEngine, type Engine } from './engine.js';
import { Supposed } from './supposed.js';

const by = { id: 'acc-1', office: 'segretario-generale' };
const MONDAY = '2022-05-16T08:00:00.000Z';
const TUESDAY = '2022-05-17T08:00:00.000Z';
const FRIDAY = '2022-05-20T08:00:00.000Z';

/** A store that notes of which streams it is asked. */
function watched(store: EventStore): { readonly store: EventStore; readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    store: {
      ...store,
      read: (stream, options) => {
        read.push(stream);
        return store.read(stream, options);
      },
    },
  };
}

const advance = (engine: Engine, to: string, number: number, asked: Partial<CommandContext> = {}) => {
  const commandId = `0b0e2c3a-6f0f-4a53-9c53-00000000000${number}`;
  const surroundings = { commandId, correlationId: commandId, causationId: commandId, ...asked };
  return engine.execute('clock', 'simulated', { type: 'clock.advance', to, by, at: MONDAY }, surroundings);
};

const timeIn = async (engine: Engine) => (await engine.load('clock', 'simulated'))?.state;

describe('a dry run among several', () => {
  it('given many that are asked of one moment, then a stream is read once for what they load and what they would do', async () => {
    const { store, read } = watched(memoryStore());
    const engine = createEngine({ store, body: 'demo' });
    await advance(engine, TUESDAY, 1);
    read.length = 0;
    const supposing = new Supposed(false);
    for (const number of [2, 3, 4]) {
      expect(await timeIn(engine.within({ supposing }))).toMatchObject({ now: TUESDAY });
      await expect(advance(engine, FRIDAY, number, { dryRun: true, supposing })).rejects.toThrow('a dry run');
    }
    expect(read).toEqual(['clock-demo_simulated']);
  });

  it('given one that counts as done for those after it, then they load what it would leave, and nobody else does', async () => {
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    await advance(engine, TUESDAY, 1);
    const supposing = new Supposed();
    await expect(advance(engine, FRIDAY, 2, { dryRun: true, supposing })).rejects.toThrow('a dry run');
    expect(await timeIn(engine.within({ supposing }))).toMatchObject({ now: FRIDAY });
    expect(await timeIn(engine.within({}))).toMatchObject({ now: TUESDAY });
    expect(await timeIn(engine)).toMatchObject({ now: TUESDAY });
  });

  it('given a stream that is not there, then it is not there for any of them, though it is written meanwhile', async () => {
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    const supposing = new Supposed(false);
    expect(await engine.within({ supposing }).load('clock', 'simulated')).toBeNull();
    await advance(engine, TUESDAY, 1);
    expect(await engine.within({ supposing }).load('clock', 'simulated')).toBeNull();
    expect(await timeIn(engine)).toMatchObject({ now: TUESDAY });
  });
});
