import type { Deadline } from '../deadline/deadline.js';
import { acknowledge, after, alarm, assign, define, report } from '../testing/commands.js';
import { archive, document, REGISTRY } from '../testing/example.js';
import type { PlanChangeOf } from './changes.js';
import { dueNow } from './due-now.js';
import { requireMovable } from './movable.js';
import { termsEnded } from './terms-ended.js';
import { variedBy } from './varied.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import { vary } from '../objective/variation.js';

const counted: Deadline = {
  id: 'minutes',
  shareIds: [REGISTRY],
  text: '30 giorni dal verbale di gara',
  kind: 'relative',
  to: 'verbale di gara',
  within: '30 giorni',
};
const planned = { ...archive, deadlines: [counted] };
const around = { ...document, objectives: [planned] };
const fact = (progressId: string, occurredOn: string, at: string) =>
  report({ progressId, begins: { deadlineId: 'minutes' }, occurredOn, at });
const first = fact('p-1', '2022-06-15', '2022-06-15T10:00:00.000Z');
const second = fact('p-2', '2022-07-20', '2022-07-20T10:00:00.000Z');
const third = fact('p-3', '2022-07-25', '2022-07-25T10:00:00.000Z');
const begun = [define({ objective: planned }), assign(), acknowledge()];
const AT = '2022-08-01T08:00:00.000Z';
const change: PlanChangeOf<'move-deadline'> = {
  kind: 'move-deadline',
  objectiveId: archive.id,
  deadlineId: 'minutes',
  to: '2022-09-30',
};
type Life = readonly ObjectiveCommand[];
const standing = (...life: Life) => ({ document: around, objectives: { [archive.id]: after(...life).state } });
const moving = (...life: Life) => requireMovable(change, standing(...life), AT, null);

describe('a term that is counted from facts, once a variation gives it a day', () => {
  it('given one occasion that was missed and one that is open, when the term is moved, then the open one is, marked or not', () => {
    expect(() => moving(...begun, first, second)).not.toThrow();
    expect(() => moving(...begun, first, alarm('2022-07-16T08:00:00.000Z'), second)).not.toThrow();
  });

  it('given one that was answered and one that is open, when moved, then the open one is', () => {
    const answer = report({
      progressId: 'p-9',
      fulfils: { deadlineId: 'minutes', instance: '2022-07-15' },
      occurredOn: '2022-07-01',
      at: '2022-07-01T10:00:00.000Z',
    });
    expect(() => moving(...begun, first, answer, second)).not.toThrow();
  });

  it('given none that is open, when moved, then it is refused as ever', () => {
    expect(() => moving(...begun, first)).toThrow('variation/deadline-missed');
  });

  it('given it is asked for, then all days that go are told, and what stays', () => {
    const life = [...begun, first, second, third] as const;
    expect(dueNow(change, standing(...life), AT)).toBe('2022-08-19; 2022-08-24');
    expect(termsEnded([change], standing(...life), AT)).toEqual([
      {
        objectiveId: archive.id,
        deadlineId: 'minutes',
        deadlineText: counted.text,
        to: '2022-09-30',
        open: ['2022-08-19', '2022-08-24'],
        settled: ['2022-07-15'],
      },
    ]);
    expect(termsEnded([change], standing(...begun), AT)).toMatchObject([{ open: [], settled: [] }]);
    expect(dueNow(change, standing(...begun), AT)).toBeNull();
  });

  it('given a deadline with a day, when moved, then no term ends', () => {
    const fixed = { ...archive, deadlines: [{ ...counted, kind: 'fixed', on: '2022-10-31' }] } as const;
    const objectives = { [archive.id]: after(define({ objective: fixed }), assign()).state };
    expect(termsEnded([change], { document: { ...document, objectives: [fixed] }, objectives }, AT)).toEqual([]);
  });

  it('given the plan has it, then the new day stands in the place of what was open, and the miss stays', () => {
    const lived = after(...begun, first, alarm('2022-07-16T08:00:00.000Z'), second);
    const [objective] = variedBy([change], around).objectives;
    const told = {
      type: 'objective.vary',
      variationId: 'demo-2022-1',
      objective: objective ?? planned,
      act: { kind: 'DGC', number: '80', date: '2022-08-01' },
      by: { id: 'system', office: 'system' },
      at: AT,
    } as const;
    expect(vary(told, lived.state).map(({ type }) => type)).toEqual(['objective.varied.v1']);
    const { state } = after(...begun, first, alarm('2022-07-16T08:00:00.000Z'), second, told);
    const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
    expect(share?.deadlines.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2022-07-15', 'missed'],
      ['2022-09-30', 'open'],
    ]);
  });
});
