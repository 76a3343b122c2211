import { approvalOf, opening, people, takes, who } from '../testing/approval.js';
import { actOn, asEvents, evolveByEvent, type ActOnApproval } from './compose.js';
import { openApproval } from './open.js';

const ref = { subject: 'plan', shareId: null } as const;
const command = (...[deed, by]: ReturnType<typeof takes>): ActOnApproval => ({
  type: 'approval.act',
  ...ref,
  deed,
  by,
  staff: people,
  at: '2023-01-20T09:00:00.000Z',
});

describe('an aggregate that has an approval', () => {
  it('given facts, then each is an event of its own, which folds to the same approval', () => {
    const opened = openApproval(opening());
    const first = evolveByEvent<'plan'>(null, { type: 'plan.approval-opened.v1', data: { ...ref, ...opened } });
    const events = asEvents('plan', ref, actOn(first, command(...takes('verifica', who.segretario))));
    expect(events.map(({ type }) => type)).toEqual(['plan.approval-voted.v1', 'plan.approval-step-passed.v1']);
    expect(events[0]?.data).toMatchObject({ subject: 'plan', shareId: null, kind: 'voted', person: 'u-segretario' });
    const folded = events.reduce((before, event) => evolveByEvent(before, event), first);
    expect(folded).toMatchObject({ passed: ['verifica'], status: 'open' });
  });

  it('given no approval, when somebody acts, then approval/not-open; an alarm finds nothing to do', () => {
    expect(() => actOn(null, command(...takes('verifica', who.segretario)))).toThrow('approval/not-open');
    const alarm = { do: 'time-out', calendar: { patronDay: null } } as const;
    expect(actOn(null, command(alarm, who.segretario))).toEqual([]);
    expect(actOn(approvalOf(opening()).state, command(alarm, who.segretario))).toEqual([]);
  });
});
