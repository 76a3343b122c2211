import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '#event-store';
import { recordRefused } from '#notifications';
import { openDatabase, type ReadTables } from '#postgres';
import { startTestApi, type TestApi } from '../support/api.js';
import { accepted, givenInForce, refused } from '../support/story.js';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi();
  await givenInForce(api);
});
afterAll(() => api.close());

const status = async () => (await api.operator.get('/api/v1/system')).body as Record<string, unknown>;

describe('the state of the system', () => {
  it('is for administrators', async () => {
    const answer = await (await api.as('finanziaria')).get('/api/v1/system');
    expect(refused(answer)).toBe('403 permission/denied');
  });

  it('tells parts, versions, positions, room and backups', async () => {
    writeFileSync(join(api.data, 'last-backup.json'), '{"at":"2026-11-28T08:00:00.000Z","to":"/backups/monday"}');
    expect(await status()).toMatchObject({
      status: 'well',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      body: 'prova',
      parts: { log: 'up', database: 'up', readModel: 'up' },
      log: { position: expect.stringMatching(/^\d+$/) as string },
      parked: [],
      certificate: null,
      lastBackup: { at: '2026-11-28T08:00:00.000Z', to: '/backups/monday' },
    });
  });

  it('is told also where the note of the last backup or the certificate cannot be read', async () => {
    writeFileSync(join(api.data, 'last-backup.json'), '{"at":');
    expect(await status()).toMatchObject({ status: 'well', lastBackup: null });
  });

  it('tells what should have followed from an event and was refused there, in words, once', async () => {
    const db = openDatabase<ReadTables>(api.databaseUrl);
    const events: RecordedEvent[] = [];
    for await (const event of api.store.read('plan-prova_2022', { limit: 1 })) events.push(event);
    const stream = 'objective-prova_2022-1.1.1';
    for (const cause of [...events, ...events]) {
      await recordRefused(db, 'prova', { cause, stream, code: 'objective/already-liquidated' });
    }
    await db.destroy();
    expect((await status())['refused']).toEqual([
      {
        causeId: events[0]?.id,
        cause: 'plan.drafted.v1',
        from: 'plan-prova_2022',
        stream,
        code: 'objective/already-liquidated',
        says: expect.stringMatching(/liquidat/) as string,
        toDo: expect.stringMatching(/bozza/) as string,
        at: expect.any(String) as string,
        settled: null,
      },
    ]);
  });

  describe('given somebody who has seen to it', () => {
    const settlement = async () => {
      const [found] = (await status())['refused'] as readonly { causeId: string; stream: string }[];
      return { cause: found?.causeId, stream: found?.stream, note: 'Pagata per atto' };
    };
    const settle = async (body: object) => api.operator.command('/api/v1/system/refused-settlements', body);

    it('is said with a note, by administrators alone, of what was refused alone', async () => {
      const said = await settlement();
      const other = await (await api.as('finanziaria')).command('/api/v1/system/refused-settlements', said);
      expect(refused(other)).toBe('403 permission/denied');
      expect(refused(await settle({ ...said, note: ' ' }))).toMatch(/^422|^400/);
      const unknown = await settle({ ...said, cause: 'nothing' });
      expect(refused(unknown)).toBe('404 system/not-refused');
      expect(unknown.body).toMatchObject({
        detail: expect.stringMatching(/objective-prova_.*GET \/api\/v1\/system/) as string,
      });
    });

    it('is told with who, when and what was done, and stays in the log', async () => {
      const { position, revision } = accepted(await settle(await settlement()));
      expect(accepted(await settle(await settlement()))).toMatchObject({ position, revision });
      const { body } = await api.operator.get(
        `/api/v1/audit-trail?type=body.refused-settled.v1&minPosition=${String(position)}`,
      );
      expect((body as { events: object[] }).events).toHaveLength(1);
      const settled = {
        person: expect.any(String) as string,
        at: expect.any(String) as string,
        note: 'Pagata per atto',
      };
      expect((await status())['refused']).toMatchObject([{ settled }]);
    });
  });

  it('is impaired while a stream is parked, which takes nothing out of service', async () => {
    const db = openDatabase<ReadTables>(api.databaseUrl);
    const row = { projection: 'due', stream: 'objective-prova_2022-1.1.1', revision: 1 };
    await db
      .insertInto('read.parked')
      .values({ ...row, position: '7', error: 'no such thing', parked_at: new Date() } as never)
      .execute();
    const { status: said, parked } = await status();
    const { status: ready } = await api.anyone.get('/health/ready');
    await db.deleteFrom('read.parked').execute();
    await db.destroy();

    expect(said).toBe('impaired');
    expect(parked).toMatchObject([{ projection: 'due', stream: 'objective-prova_2022-1.1.1', revision: 1 }]);
    expect(JSON.stringify(parked)).not.toContain('no such thing');
    expect(ready).toBe(200);
  });
});
