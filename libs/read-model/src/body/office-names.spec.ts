import { sql } from 'kysely';
import type { Office } from '#domain';
import { stage, type Stage } from '../testing.js';
import { officeNames } from './office-names.js';

describe('how offices are called in messages', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    await on.load([]);
  });
  afterAll(() => on.strike());

  it('given the body’s own list and its workflow file, then by the list first, then by the file, else by the id', async () => {
    const offices: readonly Office[] = [{ id: 'legale', name: 'Avvocatura', kind: 'office' }];
    await on.db
      .insertInto('read.body')
      .values({
        id: 'registry',
        body: 'demo',
        name: null,
        patron_day: null,
        offices: sql<readonly object[]>`${JSON.stringify(offices)}::jsonb`,
      })
      .execute();
    const named = [
      { id: 'legale', names: ['Ufficio Legale'] },
      { id: 'oiv', names: ['OIV monocratico', 'OIV'] },
      { id: 'giunta', names: [] },
    ];
    const published = { workflow_id: 'prova', definition: { offices: named }, revision: 0 };
    await on.db
      .insertInto('read.workflow')
      .values([
        { ...published, version: 1, definition: { offices: [] }, published_at: '2022-01-01T08:00:00.000Z' },
        { ...published, version: 2, published_at: '2022-02-01T08:00:00.000Z' },
      ])
      .execute();
    const nameOf = await officeNames(on.db);
    expect(['legale', 'oiv', 'giunta', 'tributi'].map(nameOf)).toEqual([
      'Avvocatura',
      'OIV monocratico',
      'giunta',
      'tributi',
    ]);
  });
});
