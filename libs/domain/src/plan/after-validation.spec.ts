import { decideInOrder } from '../order/in-order.js';
import { after, define, propose, returnProposal, validate } from '../testing/commands.js';
import { people, step, who } from '../testing/approval.js';
import { ACT, document, MORNING, staff, withTargets } from '../testing/example.js';
import { eventsOf, given } from '../testing.js';
import type { PlanCommand } from './messages.js';
import { validatedOn } from './number-taken.js';
import { plan } from './plan.js';

const issued = { by: staff, at: MORNING };
const drafted: PlanCommand = { type: 'plan.draft', planId: '2022', document, ...issued };
const state = given(plan)(...eventsOf(plan, drafted)).state;
const last = (on: string) => ({ objective: '2.9.1', title: 'Sentieri', on });
const approves = (on?: string, occurredOn?: string) =>
  decideInOrder(
    plan,
    { type: 'plan.approve', act: ACT, ...(on !== undefined && { lastValidated: last(on) }), ...issued },
    state,
    occurredOn,
  );
const refusing = (code: string, facts: object) => expect.objectContaining({ code, facts }) as Error;

describe('a plan with what was proposed', () => {
  it('given an act of a day before the last of it was validated, then it approves nothing, whichever day is told', () => {
    const named = { objective: '2.9.1', title: 'Sentieri', value: '2022-06-01', min: '2022-06-02' };
    const late = refusing('plan/validated-after-act', { plan: '2022', ...named });
    expect(() => approves('2022-06-02')).toThrow(late);
    expect(() => approves('2022-06-02', '2022-06-10')).toThrow(late);
    for (const day of ['2022-06-01', '2022-05-31', undefined]) expect(approves(day)).toHaveLength(1);
  });

  it('given a body that approves its plans in steps, then nobody proposes it as of a day before that', () => {
    const chain = {
      id: 'plan',
      version: 1,
      steps: [step('parere', { who: [{ office: who.nucleo.office }] }), step('delibera')],
    };
    const proposes = (on: string) =>
      decideInOrder(
        plan,
        {
          type: 'plan.propose',
          chain,
          workflow: null,
          staff: people,
          lastValidated: last('2022-06-02'),
          on,
          ...issued,
        },
        state,
        on,
      );
    const facts = { field: 'occurredOn', needs: 'proposal-validated', value: '2022-06-01', min: '2022-06-02' };
    expect(() => proposes('2022-06-01')).toThrow(refusing('value/before-its-fact', facts));
    expect(proposes('2022-06-02')).toHaveLength(1);
  });

  it('given what the document has, then the day is that of what was validated, and none of anything else', () => {
    const validated = after(propose(), validate()).state;
    const known = { ...validated, days: { ...validated.days, 'proposal-validated': '2022-06-02' } };
    expect(validatedOn(withTargets, known)).toBe('2022-06-02');
    expect(validatedOn({ ...withTargets, title: 'Sentieri' }, known)).toBeNull();
    expect(validatedOn(withTargets, after(propose(), returnProposal()).state)).toBeNull();
    expect(validatedOn(withTargets, after(define()).state)).toBeNull();
    expect(validatedOn(withTargets, undefined)).toBeNull();
  });
});
