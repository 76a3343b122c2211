import { missedAt } from '#domain';
import { planAlarms, stepKey } from '../alarms/plan.js';
import type { DueInstance, DueTable } from '../alarms/plan.js';

export const due = (dueOn: string, more: Partial<DueInstance> = {}): DueInstance => ({
  objectiveId: '2022-1.1.1',
  shareId: '1.1.1-anagrafe',
  deadlineId: 'd1',
  instance: dueOn,
  every: null,
  dueOn,
  missedAt: missedAt({ dueOn }),
  office: 'anagrafe',
  title: 'Carta dei servizi',
  text: 'entro il termine',
  status: 'open',
  frozen: false,
  acknowledgement: 'given',
  ...more,
});

export const table = (instances: readonly DueInstance[], more: Partial<DueTable> = {}): DueTable => ({
  instances,
  timed: [],
  terms: [],
  unused: [],
  resting: [],
  notices: [],
  reminded: new Set(),
  sent: new Set(),
  patronDay: null,
  ...more,
});

export const told = (instance: DueInstance, ...steps: readonly string[]): ReadonlySet<string> =>
  new Set(steps.map((step) => stepKey({ ...instance, step })));

// Thursday 30 June 2022: -5 is Thursday 23 June, -1 Wednesday 29 June, +1 Friday 1 July
export const JUNE_30 = due('2022-06-30');

export const reminderDays = (table: DueTable, now: string): string[] =>
  planAlarms(table, now).flatMap((alarm) => (alarm.kind === 'reminder' ? [alarm.day] : []));
