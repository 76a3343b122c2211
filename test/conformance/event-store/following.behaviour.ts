import type { Followed } from '#event-store';
import type { UnderTest } from './under-test.js';
import { all, followed, strictlyIncreasing } from './under-test.js';

/** What every event store does for whoever follows the log. */
export function isFollowed(given: UnderTest): void {
  const { event, streamNamed } = given;

  describe('following the log', () => {
    it('when followed from the start, then what is there comes, then caught-up, then what is written', async () => {
      const prefix = streamNamed('follow-start-');
      await given.store.append(`${prefix}a`, [event(), event()], 'no-stream');
      const following = followed(given.store, { prefixes: [prefix] });
      expect(await following.until('caught-up')).toEqual([`${prefix}a 0`, `${prefix}a 1`, 'caught-up']);
      await given.store.append(`${prefix}b`, [event()], 'no-stream');
      await given.store.append(streamNamed('beside'), [event()], 'any');
      await given.store.append(`${prefix}a`, [event()], 1);
      expect(await following.until(`${prefix}a 2`)).toEqual([`${prefix}b 0`, `${prefix}a 2`]);
      await following.stop();
    });

    it('when followed after a position, then that event is not repeated and the next one comes', async () => {
      const prefix = streamNamed('follow-after-');
      const first = await given.store.append(`${prefix}a`, [event()], 'no-stream');
      await given.store.append(`${prefix}a`, [event()], 0);
      const following = followed(given.store, { prefixes: [prefix], after: first.position });
      expect(await following.until('caught-up')).toEqual([`${prefix}a 1`, 'caught-up']);
      await following.stop();
    });

    it('when followed after the last position, then only new events come', async () => {
      const prefix = streamNamed('follow-live-');
      const { position } = await given.store.append(`${prefix}a`, [event()], 'no-stream');
      const following = followed(given.store, { prefixes: [prefix], after: position });
      expect(await following.until('caught-up')).toEqual(['caught-up']);
      await given.store.append(`${prefix}a`, [event()], 0);
      expect(await following.until(`${prefix}a 1`)).toEqual([`${prefix}a 1`]);
      await following.stop();
    });

    it('when nothing matches, then a checkpoint tells how far the log has been read', async () => {
      const { position } = await given.store.append(streamNamed('passed'), [event()], 'any');
      const following = followed(given.store, { prefixes: [streamNamed('follow-nothing-')] });
      await following.until('caught-up');
      expect(following.checkpoints.at(-1)).toBeGreaterThanOrEqual(position);
      expect(strictlyIncreasing(following.checkpoints)).toBe(true);
      await following.stop();
    });

    it('given a long history, then every event comes once, in order, and no checkpoint overtakes an event', async () => {
      const prefix = streamNamed('follow-long-');
      await given.store.append(
        `${prefix}a`,
        Array.from({ length: 3000 }, () => event()),
        'no-stream',
      );
      const positions: bigint[] = [];
      let reached = 0n;
      for await (const item of given.store.follow({ prefixes: [prefix] })) {
        if (item.kind === 'caught-up') break;
        if (item.kind === 'checkpoint') reached = item.position;
        else {
          expect(item.event.position).toBeGreaterThan(reached);
          positions.push(item.event.position);
        }
      }
      expect(positions).toHaveLength(3000);
      expect(strictlyIncreasing(positions)).toBe(true);
    });

    it('when several prefixes are followed by two, then each gets all of it, and no system stream', async () => {
      const prefix = streamNamed('follow-several-');
      const both = [1, 2].map(() => followed(given.store, { prefixes: [`${prefix}a`, `${prefix}b`] }));
      for (const following of both) await following.until('caught-up');
      for (const name of ['a', 'c', 'b']) await given.store.append(`${prefix}${name}`, [event()], 'no-stream');
      for (const following of both) {
        expect(await following.until(`${prefix}b 0`)).toEqual([`${prefix}a 0`, `${prefix}b 0`]);
        await following.stop();
      }
      for await (const item of given.store.follow()) {
        if (item.kind === 'caught-up') break;
        if (item.kind === 'event') expect(item.event.stream).not.toMatch(/^\$/);
      }
    });

    it('when followed after a position that the log has not reached, then what comes up to it is passed over', async () => {
      const prefix = streamNamed('follow-future-');
      const { position } = await given.store.append(`${prefix}a`, [event()], 'no-stream');
      const following = followed(given.store, { prefixes: [prefix], after: position + 1_000_000_000_000n });
      expect(await following.until('caught-up')).toEqual(['caught-up']);
      await given.store.append(`${prefix}a`, [event()], 0);
      await following.stop();
    });

    it('when aborted while it waits, before it starts or while it reads, then it ends without an error', async () => {
      const waiting = followed(given.store, { prefixes: [streamNamed('follow-abort-')] });
      await waiting.until('caught-up');
      await waiting.stop();

      const before = new AbortController();
      before.abort();
      expect(await all(given.store.follow({ signal: before.signal }))).toEqual([]);

      const reading = new AbortController();
      const items: Followed[] = [];
      for await (const item of given.store.follow({ signal: reading.signal })) {
        items.push(item);
        reading.abort();
      }
      expect(items).toHaveLength(1);
    });
  });
}
