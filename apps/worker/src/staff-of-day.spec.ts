import { openAuth } from '#auth';
import { createEngine, SYSTEM } from '#engine';
import { memoryStore } from '#event-store/testing';
import { openDatabase, type AuthTables } from '#postgres';
import { answering } from '#read-model';
import { begun, stage, type Stage } from '#read-model/testing';
import { staffOfDay } from './staff-of-day.js';

const NEW_YEAR = '2022-01-01T08:00:00.000Z';
const AT = '2022-06-20T08:00:00.000Z';

describe('who holds what when an alarm rings', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
  });
  afterAll(() => on.strike());

  it('given who evaluates and holds an office with a share, then they are paid on it, so that no time-out calls them to it', async () => {
    const accounts = openDatabase<AuthTables>(on.pool);
    await openAuth({
      db: accounts,
      now: () => 0,
      at: () => NEW_YEAR,
      newId: () => '0b8a3c1e-56a4-4d8e-9d0f-6f3c5a1b2c3d',
    });
    const engine = createEngine({ store: memoryStore(), body: 'demo' });
    const staffAt = staffOfDay({
      engine,
      accounts,
      stillEvaluating: async () => [],
      answering: (today) => answering(on.db, today),
      simulated: true,
    });
    const context = (id: string) => ({
      commandId: `5f1c7e2a-0000-4000-8000-${id.padStart(12, '0')}`,
      correlationId: '0b8a3c1e-56a4-4d8e-9d0f-6f3c5a1b2c3e',
      causationId: '0b8a3c1e-56a4-4d8e-9d0f-6f3c5a1b2c3e',
    });
    const holds = (id: string, office: string) =>
      engine.execute(
        'organisation',
        'offices',
        {
          type: 'organisation.take-office',
          tenureId: id,
          person: 'u-oiv',
          office,
          roles: [],
          from: '2022-01-01',
          to: null,
          act: null,
          by: SYSTEM,
          at: NEW_YEAR,
        },
        context(id),
      );
    await holds('1', 'nucleo');
    await holds('2', 'lavori');
    await on.load(begun().events);
    const { beneficiaries, answering: answered } = await staffAt(AT, null);
    expect(answered?.offices).toContain('lavori');
    expect(beneficiaries).toEqual(['u-oiv']);
  });
});
