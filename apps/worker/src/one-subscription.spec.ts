import fc from 'fast-check';
import { memoryStore } from '#event-store/testing';
import type { EventStore, Followed, NewEvent, Position } from '#event-store';
import { withOneSubscription } from './one-subscription.js';

const prefixes = ['plan-demo_'];

/** A log of one's own that tells how many follow it at this moment, and breaks off whoever does. */
function followedLog() {
  const log = memoryStore();
  let following = 0;
  let breakOff: (error: Error) => void = () => undefined;
  let broken = new Promise<never>((_, reject) => (breakOff = reject));
  broken.catch(() => undefined);
  async function* follow(options: Parameters<EventStore['follow']>[0]): AsyncGenerator<Followed> {
    const items = log.follow(options)[Symbol.asyncIterator]();
    following += 1;
    try {
      for (;;) {
        const next = await Promise.race([items.next(), broken]);
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      following -= 1;
    }
  }
  let written = 0;
  return {
    store: withOneSubscription({ ...log, follow }),
    following: () => following,
    async append(count = 1): Promise<Position> {
      const events = Array.from({ length: count }, (): NewEvent => {
        written += 1;
        const id = `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`;
        return { id, type: 'plan.drafted.v1', data: {}, metadata: {} };
      });
      return (await log.append(`plan-demo_${written}`, events, 'no-stream')).position;
    },
    breakOff(reason: string) {
      const failing = breakOff;
      broken = new Promise<never>((_, reject) => (breakOff = reject));
      broken.catch(() => undefined);
      failing(new Error(reason));
    },
  };
}

/** Someone who follows, and what they heard. */
function follower(store: EventStore, after: Position = -1n) {
  const over = new AbortController();
  const items = store.follow({ prefixes, signal: over.signal, ...(after >= 0n && { after }) })[Symbol.asyncIterator]();
  const heard: Position[] = [];
  return {
    heard,
    /** Takes what comes until it is one that is wanted. */
    async until(isIt: (item: Followed) => boolean): Promise<void> {
      for (;;) {
        const { done, value } = await items.next();
        if (done === true) throw new Error('the subscription ended');
        if (value.kind === 'event') heard.push(value.event.position);
        if (isIt(value)) return;
      }
    },
    hears(position: Position): Promise<void> {
      return this.until((item) => item.kind === 'event' && item.event.position === position);
    },
    rest: () => items.next(),
    leave: () => over.abort(),
  };
}

const positions = (from: number, to: number): bigint[] =>
  Array.from({ length: to - from + 1 }, (_, index) => BigInt(from + index));

describe('following with one subscription', () => {
  it('two who have caught up share one, and each hears what comes', async () => {
    const log = followedLog();
    await log.append(3);
    const [one, two] = [follower(log.store), follower(log.store, 2n)];
    await one.hears(3n);
    await two.hears(3n);
    const caughtUp = [one, two].map((each) => each.until(({ kind }) => kind === 'caught-up'));
    await Promise.all(caughtUp);

    const [first, second] = [one.hears(4n), two.hears(4n)];
    await log.append();
    await Promise.all([first, second]);

    expect([one.heard, two.heard]).toEqual([positions(1, 4), positions(3, 4)]);
    expect(log.following()).toBe(1);
    one.leave();
    expect(await one.rest()).toMatchObject({ done: true });
    const third = two.hears(5n);
    await log.append();
    await third;
    two.leave();
    expect(await two.rest()).toMatchObject({ done: true });
  });

  it('one who falls far behind holds up nobody and misses nothing', async () => {
    const log = followedLog();
    await log.append();
    const [slow, quick] = [follower(log.store), follower(log.store)];
    for (const each of [slow, quick]) await each.until(({ kind }) => kind === 'caught-up');
    const second = [slow.hears(2n), quick.hears(2n)];
    await log.append();
    await Promise.all(second);

    for (let position = 3; position <= 2500; position += 1) {
      const next = quick.hears(BigInt(position));
      await log.append();
      await next;
    }
    await slow.hears(2500n);

    expect(slow.heard).toEqual(positions(1, 2500));
    expect(quick.heard).toEqual(positions(1, 2500));
    slow.leave();
    quick.leave();
  });

  it('when the subscription breaks, all hear why', async () => {
    const log = followedLog();
    await log.append();
    const both = [follower(log.store), follower(log.store)];
    for (const each of both) await each.until(({ kind }) => kind === 'caught-up');
    const ended = both.map((each) => each.hears(99n));
    const reasons = Promise.all(ended.map((end) => expect(end).rejects.toThrow('the node went away')));
    await new Promise((resolve) => setImmediate(resolve));

    log.breakOff('the node went away');

    await reasons;
    expect(log.following()).toBe(0);
  });

  it('for any order of appends, arrivals and pauses, each hears every event once and in its order', async () => {
    const deeds = fc.array(
      fc.oneof(
        fc.record({ what: fc.constant('append' as const), count: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ what: fc.constant('arrive' as const), after: fc.integer({ min: -1, max: 20 }) }),
        fc.record({ what: fc.constant('take' as const), who: fc.nat(5), count: fc.integer({ min: 1, max: 4 }) }),
        fc.record({ what: fc.constant('leave' as const), who: fc.nat(5) }),
      ),
      { minLength: 5, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        const log = followedLog();
        let last = Number(await log.append());
        let here: { readonly after: number; readonly who: ReturnType<typeof follower> }[] = [];
        for (const deed of all) {
          if (deed.what === 'append') last = Number(await log.append(deed.count));
          if (deed.what === 'arrive') {
            const after = Math.min(deed.after, last);
            here.push({ after, who: follower(log.store, BigInt(after)) });
          }
          const chosen = 'who' in deed ? here[deed.who % Math.max(1, here.length)] : undefined;
          if (deed.what === 'take' && chosen !== undefined) {
            const next = Math.max(chosen.after, Number(chosen.who.heard.at(-1) ?? -1n)) + deed.count;
            const to = BigInt(Math.max(1, Math.min(next, last)));
            if (to > (chosen.who.heard.at(-1) ?? BigInt(chosen.after))) await chosen.who.hears(to);
          }
          if (deed.what === 'leave' && chosen !== undefined) {
            chosen.who.leave();
            here = here.filter((one) => one !== chosen);
          }
        }
        last = Number(await log.append());
        await Promise.all(here.map(({ who }) => who.hears(BigInt(last))));
        for (const { after, who } of here) {
          expect(who.heard).toEqual(positions(Math.max(after + 1, 1), last));
          who.leave();
        }
      }),
      { numRuns: 200 },
    );
  });
});
