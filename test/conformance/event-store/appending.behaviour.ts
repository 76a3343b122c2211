import type { ExpectedRevision } from '#event-store';
import { WrongRevision } from '#event-store';
import type { UnderTest } from './under-test.js';
import { all } from './under-test.js';

/** What every event store does with appends: expected revisions, and the same ids again. */
export function appends(given: UnderTest): void {
  const { event, streamNamed, filled } = given;

  describe('expected revisions', () => {
    it('given no stream, when appended expecting none, then revisions start at 0 and the answer is the last of them', async () => {
      const stream = streamNamed('created-1');
      const appended = await given.store.append(stream, [event(), event(), event()], 'no-stream');
      expect(appended.revision).toBe(2);
      const events = await all(given.store.read(stream));
      expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect(events.at(-1)?.position).toBe(appended.position);
    });

    it('given no stream, when appended expecting any, then it is created', async () => {
      const appended = await given.store.append(streamNamed('created-2'), [event()], 'any');
      expect(appended.revision).toBe(0);
    });

    it('given a stream, when appended at its revision, at any or as existing, then it goes on from there', async () => {
      const stream = await filled('goes-on', 2);
      expect((await given.store.append(stream, [event()], 1)).revision).toBe(2);
      expect((await given.store.append(stream, [event()], 'any')).revision).toBe(3);
      expect((await given.store.append(stream, [event()], 'stream-exists')).revision).toBe(4);
    });

    it.each<[string, number, ExpectedRevision, number | 'no-stream']>([
      ['a stream that must not exist', 2, 'no-stream', 1],
      ['a revision that has passed', 2, 0, 1],
      ['a revision that has not come', 2, 7, 1],
      ['a revision of no stream', 0, 0, 'no-stream'],
      ['an existing stream where there is none', 0, 'stream-exists', 'no-stream'],
    ])(
      'when %s is expected wrongly, then it is refused, told apart and nothing is written',
      async (name, count, expected, actual) => {
        const stream = count > 0 ? await filled(`wrong ${name}`, count) : streamNamed(`wrong ${name}`);
        const refused = given.store.append(stream, [event(), event()], expected);
        await expect(refused).rejects.toBeInstanceOf(WrongRevision);
        await expect(refused).rejects.toMatchObject({ stream, expected, actual });
        expect(await all(given.store.read(stream))).toHaveLength(count);
      },
    );
  });

  describe('appending nothing', () => {
    it('given a stream at the revision that is expected, then it stays there', async () => {
      const stream = await filled('nothing', 3);
      for (const expected of [2, 'any', 'stream-exists'] as const) {
        expect(await given.store.append(stream, [], expected)).toMatchObject({ revision: 2 });
      }
      expect(await all(given.store.read(stream))).toHaveLength(3);
    });

    it('given no stream, or another revision than expected, then nothing is created and a wrong expectation is told', async () => {
      expect(await given.store.append(streamNamed('nothing-new'), [], 'no-stream')).toMatchObject({ revision: -1 });
      expect(await all(given.store.read(streamNamed('nothing-new')))).toEqual([]);
      const stream = await filled('nothing-wrong', 3);
      for (const expected of [0, 'no-stream'] as const) {
        await expect(given.store.append(stream, [], expected)).rejects.toBeInstanceOf(WrongRevision);
      }
    });
  });

  describe('repeated appends', () => {
    it.each<[ExpectedRevision, number]>([
      ['no-stream', 0],
      [1, 2],
      ['any', 2],
      ['stream-exists', 2],
    ])(
      'when the same ids come again expecting %s, then they are written once and answered alike',
      async (expected, before) => {
        const stream = before > 0 ? await filled(`again ${expected}`, before) : streamNamed(`again ${expected}`);
        const events = [event(), event()];
        const first = await given.store.append(stream, events, expected);
        await given.store.append(stream, [event()], 'any');
        expect(await given.store.append(stream, events, expected)).toEqual(first);
        expect(await all(given.store.read(stream))).toHaveLength(before + 3);
      },
    );

    it('when some ids are known and some are not at an old revision, then the append is refused', async () => {
      const stream = streamNamed('partly-again');
      const [first, second] = [event(), event()];
      await given.store.append(stream, [first, second], 'no-stream');
      await expect(given.store.append(stream, [first, event()], 'no-stream')).rejects.toBeInstanceOf(WrongRevision);
      await expect(given.store.append(stream, [first, second, event()], 'no-stream')).rejects.toBeInstanceOf(
        WrongRevision,
      );
    });

    it('when some ids are known and some are not, then any is refused if the first is known and written if it is not', async () => {
      const stream = streamNamed('partly-any');
      const [first, second] = [event(), event()];
      await given.store.append(stream, [first, second], 'no-stream');
      for (const expected of ['any', 'stream-exists'] as const) {
        await expect(given.store.append(stream, [second, event()], expected)).rejects.toBeInstanceOf(WrongRevision);
      }
      expect(await given.store.append(stream, [event(), first], 'any')).toMatchObject({ revision: 3 });
      expect(await all(given.store.read(stream))).toHaveLength(4);
    });

    it('when the same ids come again expecting any in another order, then they count as written', async () => {
      const stream = streamNamed('again-reversed');
      const [first, second] = [event(), event()];
      await given.store.append(stream, [first, second], 'no-stream');
      expect(await given.store.append(stream, [second, first], 'any')).toMatchObject({ revision: 0 });
      expect(await all(given.store.read(stream))).toHaveLength(2);
    });

    it('when known ids come at the revision that the stream is at, then they are written anew', async () => {
      const stream = streamNamed('again-at-current');
      const written = event();
      await given.store.append(stream, [written], 'no-stream');
      expect(await given.store.append(stream, [written], 0)).toMatchObject({ revision: 1 });
      expect((await all(given.store.read(stream))).map(({ id }) => id)).toEqual([written.id, written.id]);
    });

    it('when the ids of one stream come in another, then they are other events', async () => {
      const written = event();
      await given.store.append(streamNamed('same-id-1'), [written], 'any');
      await given.store.append(streamNamed('same-id-2'), [written], 'any');
      expect(await all(given.store.read(streamNamed('same-id-2')))).toHaveLength(1);
    });

    it('given an id in capitals, then it is the same id and comes back in small letters', async () => {
      const stream = streamNamed('capitals');
      const written = event();
      const capitals = { ...written, id: written.id.toUpperCase() };
      for (const sent of [capitals, written, capitals]) await given.store.append(stream, [sent], 'no-stream');
      expect((await all(given.store.read(stream))).map(({ id }) => id)).toEqual([written.id]);
    });

    it('when the same ids come twice at once, then one is written and both are answered alike', async () => {
      const stream = streamNamed('twice-at-once');
      const events = [event(), event()];
      const answers = await Promise.all([
        given.store.append(stream, events, 'no-stream'),
        given.store.append(stream, events, 'no-stream'),
      ]);
      expect(answers[0]).toEqual(answers[1]);
      expect(await all(given.store.read(stream))).toHaveLength(2);
    });
  });
}
