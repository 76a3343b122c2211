import { stage, type Stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { auditTrail, type AuditEntry, type AuditFilters } from './query.js';

const { events } = wholeYear();

describe('the audit trail', () => {
  let on: Stage;
  beforeAll(async () => {
    on = await stage();
    await on.load(events);
  });
  afterAll(() => on.strike());

  async function walk(filters: AuditFilters, limit: number): Promise<readonly AuditEntry[]> {
    const found: AuditEntry[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof auditTrail>> = await auditTrail(on.db, filters, cursor, limit);
      found.push(...page.events);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return found;
  }

  it('given pages of any size, then every event comes once, the newest first', async () => {
    const newestFirst = events.map(({ id }) => id).toReversed();
    for (const limit of [1, 7, events.length, 500]) {
      expect((await walk({}, limit)).map(({ id }) => id)).toEqual(newestFirst);
    }
  });

  it('given filters, then only what agrees with all of them', async () => {
    const found = await walk(
      {
        actor: 'u-segretario',
        type: 'objective.assigned.v1',
        objectiveId: '2022-2.1.1',
        from: '2022-05-17T00:00:00Z',
        to: '2022-05-18T00:00:00Z',
      },
      10,
    );
    expect(found).toMatchObject([
      { shareId: '2.1.1-lavori', planId: '2022', actor: { id: 'u-segretario', office: 'segretario-generale' } },
      { shareId: '2.1.1-polizia', planId: '2022', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(await walk({ office: 'personale' }, 10)).toHaveLength(2);
    expect(await walk({ planId: '1999' }, 10)).toEqual([]);
  });
});
