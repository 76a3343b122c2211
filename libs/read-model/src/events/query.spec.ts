import type { JsonObject, RecordedEvent } from '#event-store';
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

  it('given steps that silence approved, and approvals that went on to another version, then each are found whatever was approved', async () => {
    const [like] = events;
    if (like === undefined) throw new Error('The story is empty.');
    const told = (place: number, type: string, data: JsonObject): RecordedEvent => ({
      ...like,
      id: `00000000-0000-4000-8000-00000000000${place}`,
      stream: `${type.slice(0, type.indexOf('.'))}-demo_x`,
      type,
      data: { step: 'a', ...data },
      position: BigInt(events.length + place),
    });
    const silent = [
      told(1, 'variation.approval-step-passed.v1', { kind: 'step-passed', office: null }),
      told(2, 'objective.proposal-weighed.v1', { fact: { kind: 'step-passed', office: null } }),
      told(3, 'objective.rendicontazione-approved.v1', { office: 'system' }),
    ];
    const moved = [
      told(4, 'plan.approval-migrated.v1', { kind: 'migrated' }),
      told(5, 'objective.justification-weighed.v1', { fact: { kind: 'migrated' } }),
    ];
    const spoken = [
      told(6, 'variation.approval-step-passed.v1', { kind: 'step-passed', office: 'giunta' }),
      told(7, 'objective.proposal-weighed.v1', { fact: { kind: 'step-passed', office: 'segretario-generale' } }),
      told(8, 'objective.rendicontazione-approved.v1', { office: 'nucleo' }),
    ];
    const other = await stage();
    await other.load([...events, ...silent, ...moved, ...spoken]);
    const found = async (approvals: 'silence' | 'migration') =>
      (await auditTrail(other.db, { approvals }, null, 50)).events.map(({ position }) => BigInt(position)).toReversed();
    expect(await found('silence')).toEqual(silent.map(({ position }) => position));
    expect(await found('migration')).toEqual(moved.map(({ position }) => position));
    await other.strike();
  });
});
