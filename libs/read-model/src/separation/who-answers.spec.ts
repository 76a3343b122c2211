import type { JsonObject, RecordedEvent } from '#event-store';
import { rowSet } from '../runtime/row-set.js';
import { separations } from './project.js';
import { separationCheckTable } from './tables.js';

const on = (stream: string) => (position: number, type: string, id: string, office: string, data: JsonObject) =>
  ({
    stream,
    type,
    data,
    revision: position,
    position: BigInt(position),
    id: `0b0e2c3a-6f0f-4a53-9c53-00000000000${position}`,
    createdAt: '2022-05-16T08:00:00.000Z',
    metadata: {
      actor: { id, office },
      onBehalfOf: null,
      commandId: `c-${position}`,
      occurredOn: '2022-05-16',
      recordedAt: '2022-05-16T08:00:00.000Z',
    },
  }) satisfies RecordedEvent;

function checksOf(scope: string, ...events: readonly RecordedEvent[]) {
  const rows = rowSet();
  for (const one of events) rows.apply(separations.project(one, rows.rowsOf(scope)));
  return rows.all(separationCheckTable).toSorted((a, b) => Number(a.position) - Number(b.position));
}

describe('the proof of who wrote what is judged, and who will answer for it', () => {
  const of = on('objective-demo_2022-1.1.1');
  const objective = {
    shares: [
      { id: 's1', areaId: 'area' },
      { id: 's2', areaId: 'segretario' },
    ],
  };
  const proposed = (data: JsonObject = {}) =>
    of(1, 'objective.proposed.v1', 'u-head', 'area', {
      planId: '2022',
      objective,
      proposal: 1,
      proposedBy: 'u-head',
      office: 'area',
      ...data,
    });
  const asks = { who: [{ relation: 'head-of-area' }] };
  const chain = {
    steps: [
      { id: 'consenso', ...asks },
      { id: 'coerenza', who: [{ office: 'segretario' }] },
    ],
  };
  const parties = { authors: ['u-head'], offices: ['area'], scored: [], beneficiaries: [] };
  const opened = of(2, 'objective.proposal-opened.v1', 'u-head', 'area', {
    approval: { subject: 'objective', chain, panels: {}, parties },
  });
  const voted = (position: number, step: string) =>
    of(position, 'objective.proposal-weighed.v1', 'u-segretario', 'segretario', {
      fact: { kind: 'voted', step, outcome: 'approve' },
      waiver: null,
    });

  it('given a proposal with a share of the Segretario, then their office is on the other side, but where the areas are asked', () => {
    const checks = checksOf('2022-1.1.1', proposed(), opened, voted(3, 'consenso'), voted(4, 'coerenza'));
    expect(checks.map(({ step, offices }) => [step, offices])).toEqual([
      ['consenso', ['area']],
      ['coerenza', ['area', 'segretario']],
    ]);
  });

  it('given no chain, then so is it of who validates; where the lifecycle asks the areas, who proposed it alone', () => {
    const validated = of(2, 'objective.validated.v1', 'u-segretario', 'segretario', { findings: [], waiver: null });
    expect(checksOf('2022-1.1.1', proposed(), validated)).toMatchObject([{ offices: ['area', 'segretario'] }]);
    const workflow = { id: 'comune', version: 1, transitions: [{ verb: 'validate', ...asks }] };
    expect(checksOf('2022-1.1.1', proposed({ workflow }), validated)).toMatchObject([{ offices: ['area'] }]);
  });

  it('given a plan that somebody else proposed, then whoever drafted it is an author', () => {
    const ofPlan = on('plan-demo_2022');
    const events = [
      ofPlan(1, 'plan.drafted.v1', 'u-segretario', 'segretario', { planId: '2022', document: {} }),
      ofPlan(2, 'plan.redrafted.v1', 'system', 'system', { planId: '2022', document: {} }),
      ofPlan(3, 'plan.approval-opened.v1', 'u-admin', 'admin', {
        subject: 'plan',
        shareId: null,
        chain: { steps: [{ id: 'parere' }] },
        panels: {},
        parties: { authors: ['u-admin'], offices: [], scored: [], beneficiaries: [] },
      }),
      ofPlan(4, 'plan.approval-voted.v1', 'u-segretario', 'segretario', {
        subject: 'plan',
        shareId: null,
        kind: 'voted',
        step: 'parere',
        outcome: 'approve',
      }),
    ];
    expect(checksOf('2022', ...events).at(-1)).toMatchObject({ authors: ['u-segretario', 'u-admin'] });
  });
});
