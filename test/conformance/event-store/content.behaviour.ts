import type { NewEvent } from '#event-store';
import { WrongRevision } from '#event-store';
import type { UnderTest } from './under-test.js';
import { all } from './under-test.js';

/** What comes back of names and data. */
export function keepsContent(given: UnderTest): void {
  const { event, streamNamed } = given;

  describe('content', () => {
    it('given names and data beyond ASCII, then they come back as they were', async () => {
      const stream = streamNamed('città-Forlì_è/🏛️ uno due');
      const written = event(
        { titolo: 'Perché «così»?', '🏛️': ['é', null, 1.5, true, { à: -0.25 }], '': '\u0000"\\' },
        'cosa.è-successa.v1',
      );
      await given.store.append(stream, [written], 'no-stream');
      const [read] = await all(given.store.read(stream));
      expect(read).toMatchObject({ ...written, stream, revision: 0 });
      expect(read?.data).toEqual(written.data);
      expect(new Date(read?.createdAt ?? '').toISOString()).toBe(read?.createdAt);
    });

    it('given a very long name, then it is a stream like any other', async () => {
      const stream = streamNamed(`long-${'nome '.repeat(500)}`);
      await given.store.append(stream, [event()], 'no-stream');
      await given.store.append(`${stream}!`, [event()], 'no-stream');
      expect(await all(given.store.read(stream))).toHaveLength(1);
      await expect(given.store.append(stream, [event()], 'no-stream')).rejects.toBeInstanceOf(WrongRevision);
    });

    it('given events of 300 KB, then they come back whole', async () => {
      const stream = streamNamed('large');
      const text = 'è'.repeat(150_000);
      await given.store.append(stream, [event({ text }), event({ text })], 'no-stream');
      await given.store.append(stream, [event({ text })], 1);
      const events = await all(given.store.read(stream));
      expect(events.map(({ data }) => data['text'] === text)).toEqual([true, true, true]);
    });

    it('given several events in one append, then they stand together in the log', async () => {
      const [one, two] = [streamNamed('together-1'), streamNamed('together-2')];
      const many = (): NewEvent[] => Array.from({ length: 20 }, () => event());
      await Promise.all([given.store.append(one, many(), 'any'), given.store.append(two, many(), 'any')]);
      const log = await all(given.store.readAll({ prefixes: [streamNamed('together-')] }));
      const turns = log.filter(({ stream }, index) => stream !== log[index - 1]?.stream);
      expect(turns).toHaveLength(2);
    });
  });
}
