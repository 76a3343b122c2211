import { plan } from '../plan/plan.js';
import { eventsOf, given } from '../testing.js';
import { upTo } from '../testing/commands.js';
import { ACT, DECIDED, document, MORNING, staff } from '../testing/example.js';
import {
  addShare,
  changed,
  decide,
  heard,
  moveDraft,
  reword,
  stateAfter,
  surroundings,
  told,
} from '../testing/variation.js';
import type { LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';

const issued = { by: staff, at: MORNING };
const dated = (date: LocalDate | null) => ({ ...DECIDED, date });
const inForce = eventsOf(
  plan,
  { type: 'plan.draft', planId: '2022', document, ...issued },
  { type: 'plan.approve', act: ACT, ...issued },
  { type: 'plan.enter-into-force', from: '2022-01-01', ...issued },
);
const vary = (change: PlanChange, date: LocalDate | null, variationId: string) =>
  ({
    type: 'plan.vary',
    variationId,
    changes: [change],
    act: dated(date),
    objectives: { '6.1.1': stateAfter(...upTo.acknowledged) },
    ...issued,
  }) as const;
/** A plan that has these variations, in the order in which they are recorded. */
const after = (...varied: readonly ReturnType<typeof vary>[]) =>
  given(plan)(
    ...varied.reduce((events, command) => [...events, ...plan.decide(command, given(plan)(...events).state)], inForce),
  );
const later = changed(moveDraft, { to: '2022-12-20' });
const newest = vary(later, '2022-06-15', '2022-1');

describe('variations of one thing that are recorded in another order than they were decided', () => {
  it('given the later act first, then the earlier one does not take back what it says', () => {
    expect(after(newest).when(vary(moveDraft, '2022-06-14', '2022-2'))).toEqual({
      refusal: 'variation/superseded',
      facts: {
        objective: '6.1.1',
        deadline: 'draft',
        deadlineText: 'entro il 31.07.2022',
        actedOn: '2022-06-14',
        lastVariedOn: '2022-06-15',
      },
    });
    const words = vary(reword, '2022-06-15', '2022-1');
    const others = vary(changed(reword, { text: 'Altro' }), '2022-06-14', '2022-2');
    expect(after(words).when(others)).toMatchObject({
      refusal: 'variation/superseded',
      facts: { indicator: 'boxes', indicatorText: 'Faldoni riordinati e schedati' },
    });
  });

  it('given the same day, a later one, or an act without a day, then it is varied as ever', () => {
    for (const date of ['2022-06-15', '2022-06-16', null]) {
      expect(after(newest).when(vary(moveDraft, date, '2022-2'))).toHaveProperty('events');
    }
  });

  it('given something else of the same objective, then acts of before vary it', () => {
    expect(after(newest).when(vary(reword, '2022-06-14', '2022-2'))).toHaveProperty('events');
    expect(after(newest).when(vary(addShare, '2022-06-14', '2022-2'))).toHaveProperty('events');
    const joined = vary(addShare, '2022-06-15', '2022-1');
    expect(after(joined).when(vary(moveDraft, '2022-06-14', '2022-2'))).toHaveProperty('events');
  });

  it('given several, then the last of their days counts, whichever was recorded last', () => {
    const { lastVaried } = after(
      newest,
      vary(reword, '2022-06-10', '2022-2'),
      vary(moveDraft, null, '2022-3'),
      vary(later, '2022-06-18', '2022-4'),
      vary(changed(reword, { text: 'Altro' }), '2022-06-12', '2022-5'),
    ).state;
    expect(Object.values(lastVaried ?? {})).toEqual(['2022-06-18', '2022-06-12']);
  });

  it('given it is to be decided, then whoever decides is told, and a later act still decides', () => {
    const { lastVaried } = after(vary(later, '2022-06-21', '2022-1')).state;
    const around = surroundings({ lastVaried });
    const decided = (date: LocalDate) =>
      told(...heard).when(decide({ act: dated(date), surroundings: around, at: '2022-06-21T08:00:00.000Z' }));
    expect(decided('2022-06-20')).toMatchObject({ refusal: 'variation/superseded' });
    expect(decided('2022-06-21')).toHaveProperty('events');
  });
});
