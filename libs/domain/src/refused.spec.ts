import { body } from './body/body.js';
import { clock } from './clock/clock.js';
import { DEGREE, parseHundredths } from './decimal.js';
import { requireDate } from './calendar/civil.js';
import { Refused, type RefusalCode } from './refused.js';
import { objective } from './objective/objective.js';
import { requireWayIn } from './plan/way-in.js';
import { reminder } from './reminder/reminder.js';
import { eventsOf } from './testing.js';
import { propose, withdrawProposal } from './testing/commands.js';
import { ACT, archive, document, MORNING, NEXT_YEAR, staff } from './testing/example.js';
import { requireAfter } from './order/in-order.js';
import { requireText, requireUnique } from './text.js';

type ElsewhereProved =
  | `act/${string}`
  | `plan/${string}`
  | `variation/${string}`
  | `premium/${string}`
  | `evaluation/${string}`
  | `objective/${string}`
  | `lifecycle/${string}`
  | `approval/${string}`
  | `organisation/${string}`
  | `workflow/${string}`;

const send = { type: 'reminder.send', office: 'staff', day: '2022-06-20', by: staff, at: MORNING } as const;
const item = {
  objectiveId: 'o',
  shareId: 's',
  deadlineId: 'd',
  instance: '2022-06-26',
  step: '-1',
  dueOn: '2022-06-26',
  title: 't',
};
const advance = { type: 'clock.advance', by: staff, at: MORNING } as const;
const setUp = { by: staff, at: MORNING } as const;

/** Does not compile unless every code that no other spec lists is here: a code that nothing gives cannot stay. */
const refusals: Record<Exclude<RefusalCode, ElsewhereProved>, () => unknown> = {
  'value/not-a-decimal': () => parseHundredths('2,5', 'weight'),
  'value/out-of-range': () => parseHundredths('101', 'degree', DEGREE),
  'value/not-a-date': () => requireDate('2022-02-29', 'from'),
  'value/not-unique': () => requireUnique(['a', 'b', 'a'], 'share.id'),
  'value/text-missing': () => requireText(' \n', 'reason'),
  'value/before-its-fact': () =>
    requireAfter({ field: 'occurredOn', on: '2022-05-15' }, [{ fact: 'plan-approved', on: '2022-05-16' }]),
  'proposal/number-elsewhere': () =>
    requireWayIn(
      { ...archive, id: '1.1.1' },
      { planId: '2022', status: 'in-force', document },
      { cutOff: '12-15', on: ACT.date },
    ),
  'proposal/under-variation': () =>
    eventsOf(
      objective,
      propose(),
      withdrawProposal({ broughtInBy: { variation: 'demo-2022-1', office: 'finanziaria' } }),
    ),
  'reminder/already-sent': () => eventsOf(reminder, { ...send, items: [item] }, { ...send, items: [item] }),
  'reminder/nothing-to-say': () => eventsOf(reminder, { ...send, items: [] }),
  'clock/goes-backwards': () => eventsOf(clock, { ...advance, to: NEXT_YEAR }, { ...advance, to: MORNING }),
  'body/no-offices': () => eventsOf(body, { ...setUp, type: 'body.define-offices', offices: [] }),
  'body/setup-incomplete': () => eventsOf(body, { ...setUp, type: 'body.complete-setup' }),
};

describe('refusals', () => {
  it.each(Object.entries(refusals))('given a reason for %s, when asked, then it is given', (code, run) => {
    expect(run).toThrow(expect.objectContaining({ code }));
    expect(run).toThrow(Refused);
  });

  it('given a refusal, when it is read in a log, then code and facts are there', () => {
    expect(new Refused('value/not-unique', { field: 'share.id', value: 'a' }).message).toBe(
      'value/not-unique {"field":"share.id","value":"a"}',
    );
  });
});
