import type { ObjectiveCommand } from '#domain';
import { materialFrom } from '../plan-table/query.js';
import { headOf, segretario, system } from '../testing/example.js';
import { begun, SHARES, wholeYear } from '../testing/stories.js';
import { dashboardOf, type Dashboard } from './query.js';
import type { History } from '../testing/history.js';
import { weightedMean } from './weighted-mean.js';

function dashboardFrom({ events }: History, now: string): Dashboard {
  const material = materialFrom(events);
  if (material === null) throw new Error('the story has a plan');
  return dashboardOf(material.plan, material, material.due, now);
}

/** Every share assigned and acknowledged; Polizia at 40 %, Lavori at 100 % on its first objective. */
function underWay(): History {
  const told = begun();
  const at = '2022-06-20T08:00:00.000Z';
  for (const { objectiveId, shareId, office } of SHARES) {
    told.objective(objectiveId, { type: 'objective.assign', shareId, office, by: segretario, at });
    told.objective(objectiveId, { type: 'objective.acknowledge', shareId, by: headOf(office), at });
  }
  const report = (shareId: string, office: string, value: string): ObjectiveCommand => ({
    type: 'objective.report-progress',
    shareId,
    progressId: `p-${office}`,
    indicatorId: null,
    fulfils: null,
    occurredOn: '2022-06-20',
    value,
    note: '',
    evidence: [],
    by: headOf(office),
    at,
  });
  told.objective('2022-2.1.1', report('2.1.1-polizia', 'polizia', '40'));
  told.objective('2022-2.1.1', report('2.1.1-lavori', 'lavori', '100'));
  return told;
}

describe('the dashboard', () => {
  it('given progress on some shares, then missions and areas have their mean by weight', () => {
    const { progress, missions, areas, sharesByStatus } = dashboardFrom(underWay(), '2022-06-21T08:00:00.000Z');
    // (45 × 40 + 10 × 100 + 2.5 × 0) / 57.5
    expect(progress).toBe('48.7');
    expect(missions).toEqual([
      { number: 2, title: 'Sicurezza', objectives: 1, weight: '55', progress: '50.91' },
      { number: 10, title: 'Legalità', objectives: 1, weight: '2.5', progress: '0' },
    ]);
    expect(areas.map(({ areaId, weight, progress: own, shares }) => [areaId, weight, own, shares])).toEqual([
      ['polizia', '45', '40', 1],
      ['lavori', '10', '100', 2],
      ['segretario-generale', '2.5', '0', 1],
    ]);
    expect(sharesByStatus).toEqual({ 'in-progress': 2, acknowledged: 2 });
  });

  it('given a deadline passed and one to come, then the first is overdue before any alarm has rung, the other is upcoming', () => {
    const { overdue, upcoming, areas } = dashboardFrom(underWay(), '2022-06-26T22:00:00.000Z');
    expect(overdue.map(({ shareId, dueOn, status }) => [shareId, dueOn, status])).toEqual([
      ['2.1.1-polizia', '2022-06-26', 'open'],
    ]);
    expect(upcoming.map(({ dueOn }) => dueOn)).toEqual(['2022-07-03', '2022-07-10', '2022-07-17', '2022-07-24']);
    expect(areas[0]?.overdue).toBe(1);
  });

  it('given a year of deadlines, then each day of an area shows how many there are and what became of them', () => {
    const told = underWay();
    told.objective('2022-2.1.1', {
      type: 'objective.report-progress',
      shareId: '2.1.1-polizia',
      progressId: 'p-luglio',
      indicatorId: null,
      fulfils: { deadlineId: 'weekly', instance: '2022-07-03' },
      occurredOn: '2022-06-30',
      value: '50',
      note: '',
      evidence: [],
      by: headOf('polizia'),
      at: '2022-06-30T08:00:00.000Z',
    });
    const { calendar } = dashboardFrom(told, '2022-06-30T09:00:00.000Z');
    const none = { open: 0, met: 0, missed: 0, late: 0 };
    expect(calendar.slice(0, 3)).toEqual([
      { ...none, dueOn: '2022-06-26', areaId: 'polizia', missed: 1 },
      { ...none, dueOn: '2022-07-03', areaId: 'polizia', met: 1 },
      { ...none, dueOn: '2022-07-10', areaId: 'polizia', open: 1 },
    ]);
    expect(dashboardFrom(begun(), '2022-06-30T09:00:00.000Z').calendar).toEqual([]);
  });

  it('given a plan whose shares nobody was given, then no deadline is overdue nor upcoming', () => {
    const { overdue, upcoming } = dashboardFrom(begun(), '2022-07-01T08:00:00.000Z');
    expect([overdue, upcoming]).toEqual([[], []]);
  });

  it('given a year at its end, then nothing is open', () => {
    const { overdue, upcoming, awaitingApproval } = dashboardFrom(wholeYear(), '2023-03-01T08:00:00.000Z');
    expect([overdue, upcoming, awaitingApproval]).toEqual([[], [], []]);
  });

  it('given a missed deadline, then it stays overdue until it is justified', () => {
    const told = underWay();
    told.objective('2022-2.1.1', {
      type: 'objective.mark-missed-deadlines',
      by: system,
      at: '2022-06-27T08:00:00.000Z',
    });
    expect(dashboardFrom(told, '2022-06-27T08:00:00.000Z').overdue).toMatchObject([{ status: 'missed' }]);
  });
});

describe('weightedMean', () => {
  it('rounds half up, counts what was never reported as nothing and leaves out what has no weight', () => {
    const shares = [
      { weight: '1', percent: '0.01' },
      { weight: '1', percent: null },
      { weight: null, percent: '100' },
    ];
    expect(weightedMean(shares)).toBe('0.01');
    expect(weightedMean([{ weight: null, percent: '100' }])).toBeNull();
  });
});
