import type { Independence } from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import { rowSet } from '../runtime/row-set.js';
import { separations } from './project.js';
import { separationCheckTable } from './tables.js';

const event = (position: number, type: string, person: string, data: JsonObject): RecordedEvent => ({
  stream: 'variation-demo_v-1',
  type,
  data: { subject: 'variation', shareId: null, ...data },
  revision: position,
  position: BigInt(position),
  id: `0b0e2c3a-6f0f-4a53-9c53-00000000000${position}`,
  createdAt: '2022-05-16T08:00:00.000Z',
  metadata: {
    actor: { id: person, office: 'segretario' },
    onBehalfOf: null,
    commandId: `c-${position}`,
    occurredOn: '2022-05-16',
    recordedAt: '2022-05-16T08:00:00.000Z',
  },
});

const step = (id: string, independentOf?: Independence) => ({ id, ...(independentOf && { independentOf }) });
const opened = (...steps: readonly ReturnType<typeof step>[]) =>
  event(1, 'variation.approval-opened.v1', 'u-head', { chain: { steps } as never, panels: {} });
const voted = (position: number, at: string, person: string, outcome = 'approve') =>
  event(position, 'variation.approval-voted.v1', person, { kind: 'voted', step: at, outcome });

/** Who took an earlier step, at each that was taken. */
function earlierIn(...events: readonly RecordedEvent[]): readonly (readonly string[])[] {
  const rows = rowSet();
  for (const one of events) rows.apply(separations.project(one, rows.rowsOf('v-1')));
  return rows
    .all(separationCheckTable)
    .toSorted((a, b) => Number(a.position) - Number(b.position))
    .map(({ earlier }) => earlier);
}

describe('the proof that the steps of a chain were taken by different persons', () => {
  it('given steps that are independent of those before, then it is told who took them', () => {
    const steps = [step('a'), step('b', 'earlier'), step('c', ['b'])];
    expect(earlierIn(opened(...steps), voted(2, 'a', 'x'), voted(3, 'b', 'y'), voted(4, 'c', 'x'))).toEqual([
      [],
      ['x'],
      ['y'],
    ]);
  });

  it('given several who agree at one step, then they are not before one another', () => {
    expect(earlierIn(opened(step('a', 'earlier')), voted(2, 'a', 'x'), voted(3, 'a', 'y'))).toEqual([[], []]);
  });

  it('given a chain that was frozen before it said so, then nothing is proved of it that was not asked', () => {
    expect(earlierIn(opened(step('a'), step('b')), voted(2, 'a', 'x'), voted(3, 'b', 'x'))).toEqual([[], []]);
  });

  it('given a return and a new approval, then it begins anew', () => {
    const chain = [step('a'), step('b', 'earlier')] as const;
    expect(
      earlierIn(
        opened(...chain),
        voted(2, 'a', 'x'),
        voted(3, 'b', 'y', 'return'),
        opened(...chain),
        voted(5, 'b', 'x'),
      ),
    ).toEqual([[], ['x'], []]);
  });

  it('given another version, then it goes by that one, without what was lost', () => {
    const moved = event(4, 'variation.approval-migrated.v1', 'u-sg', {
      kind: 'migrated',
      chain: { steps: [step('a'), step('c', 'earlier')] } as never,
      panels: {},
      lost: [{ what: 'step', step: 'b' }],
    });
    const before = [
      opened(step('a'), step('b', 'earlier'), step('c', 'nobody')),
      voted(2, 'a', 'x'),
      voted(3, 'b', 'y'),
    ];
    expect(earlierIn(...before, voted(5, 'c', 'x'))).toEqual([[], ['x'], []]);
    expect(earlierIn(...before, moved, voted(5, 'c', 'x'))).toEqual([[], ['x'], ['x']]);
  });
});
