import type { EventStore } from '#event-store';
import type { UnderTest } from './under-test.js';
import { all, strictlyIncreasing } from './under-test.js';

/** What every event store does when a stream or the log is read. */
export function reads(given: UnderTest): void {
  const { event, streamNamed, filled } = given;

  describe('reading a stream', () => {
    it('given no stream, then nothing comes', async () => {
      expect(await all(given.store.read(streamNamed('never')))).toEqual([]);
      expect(await all(given.store.read(streamNamed('never'), { direction: 'backwards' }))).toEqual([]);
    });

    it.each<[string, Parameters<EventStore['read']>[1], number[]]>([
      ['forwards', {}, [0, 1, 2, 3, 4]],
      ['forwards with a limit', { limit: 2 }, [0, 1]],
      ['forwards from a revision', { from: 3 }, [3, 4]],
      ['forwards from a revision with a limit', { from: 1, limit: 2 }, [1, 2]],
      ['forwards from beyond the end', { from: 9 }, []],
      ['backwards', { direction: 'backwards' }, [4, 3, 2, 1, 0]],
      ['backwards with a limit', { direction: 'backwards', limit: 1 }, [4]],
      ['backwards from a revision', { direction: 'backwards', from: 2 }, [2, 1, 0]],
      ['backwards from beyond the end', { direction: 'backwards', from: 9, limit: 2 }, [4, 3]],
      ['nothing at all', { limit: 0 }, []],
    ])('when read %s, then those revisions come in that order', async (name, options, revisions) => {
      const stream = await filled(`read ${name}`, 5);
      expect((await all(given.store.read(stream, options))).map(({ revision }) => revision)).toEqual(revisions);
    });

    it('given more events than fit in a page, then all come in order', async () => {
      const stream = await filled('pages', 1500);
      const revisions = (await all(given.store.read(stream))).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 1500 }, (_, revision) => revision));
      expect(await all(given.store.read(stream, { direction: 'backwards', from: 1400 }))).toHaveLength(1401);
    });

    it('when the reader stops early, then the store goes on serving', async () => {
      const stream = await filled('early', 100);
      for await (const { revision } of given.store.read(stream)) if (revision === 3) break;
      expect(await all(given.store.read(stream, { limit: 1 }))).toHaveLength(1);
    });
  });

  describe('reading the log', () => {
    let positions: bigint[];
    const prefix = streamNamed('log-');

    beforeAll(async () => {
      for (const n of [1, 2, 1, 3, 1]) await given.store.append(`${prefix}${n}`, [event()], 'any');
      await given.store.append(streamNamed('other'), [event()], 'any');
      positions = (await all(given.store.readAll({ prefixes: [prefix] }))).map(({ position }) => position);
    });

    it('then events come in the order in which they were written, positions strictly increasing', async () => {
      const events = await all(given.store.readAll({ prefixes: [prefix] }));
      expect(events.map(({ stream }) => stream.slice(prefix.length))).toEqual(['1', '2', '1', '3', '1']);
      expect(strictlyIncreasing(positions)).toBe(true);
      const whole = await all(given.store.readAll());
      expect(strictlyIncreasing(whole.map(({ position }) => position))).toBe(true);
      expect(whole.filter(({ stream }) => stream.startsWith('$'))).toEqual([]);
    });

    it('when read backwards, then the newest comes first', async () => {
      const events = await all(given.store.readAll({ prefixes: [prefix], direction: 'backwards' }));
      expect(events.map(({ position }) => position)).toEqual(positions.toReversed());
    });

    it('when read from a position, then it is included forwards and excluded backwards', async () => {
      const from = positions[2];
      const forwards = await all(given.store.readAll({ prefixes: [prefix], from }));
      expect(forwards.map(({ position }) => position)).toEqual(positions.slice(2));
      const backwards = await all(given.store.readAll({ prefixes: [prefix], from, direction: 'backwards' }));
      expect(backwards.map(({ position }) => position)).toEqual(positions.slice(0, 2).toReversed());
    });

    it('when several prefixes and a limit are given, then matches count, not what is passed over', async () => {
      const prefixes = [`${prefix}2`, `${prefix}3`];
      const events = await all(given.store.readAll({ prefixes, limit: 2 }));
      expect(events.map(({ stream }) => stream)).toEqual(prefixes);
      expect(await all(given.store.readAll({ limit: 3 }))).toHaveLength(3);
    });
  });
}
