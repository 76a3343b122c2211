import { memoryStore } from '#event-store/testing';
import { simulatedClock } from './clock.js';
import { createEngine } from './engine.js';

const by = { id: 'acc-1', office: 'admin' };
const id = '0b0e2c3a-6f0f-4a53-9c53-000000000001';
const context = { commandId: id, correlationId: id, causationId: id };

describe('a simulated clock', () => {
  it('given another process that advances it, then it follows, and a later start reads the same time', async () => {
    const store = memoryStore();
    let tell: (now: string) => void = () => undefined;
    const moved = new Promise<string>((resolve) => (tell = resolve));
    const following = await simulatedClock(store, 'demo', (now) => tell(now));
    const to = '2022-05-16T08:00:00.000Z';
    await createEngine({ store, body: 'demo' }).execute(
      'clock',
      'simulated',
      { type: 'clock.advance', to, by, at: to },
      context,
    );
    expect(await moved).toBe(to);
    const later = await simulatedClock(store, 'demo');
    expect(later.now()).toBe(to);
    await following.close();
    await later.close();
    await store.close();
  });

  it('given an instant observed at once, then it shows it, and never goes back', async () => {
    const clock = await simulatedClock(memoryStore(), 'demo');
    clock.observe('2022-05-16T08:00:00.000Z');
    clock.observe('2022-05-15T08:00:00.000Z');
    expect(clock.now()).toBe('2022-05-16T08:00:00.000Z');
    await clock.close();
  });
});
