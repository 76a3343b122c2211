import type { ActOnApproval, ApprovalDeed } from '../approval/compose.js';
import type { Staff } from '../organisation/staff.js';
import {
  acknowledge,
  after,
  approve,
  assign,
  define,
  reopen,
  report,
  score,
  sendBack,
  submit,
} from '../testing/commands.js';
import { chain, giunta, head, NEXT_YEAR, NOTED, nucleo, REGISTRY, segretario, vice } from '../testing/example.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { ObjectiveCommand } from './messages.js';

/** Who typed in progress for the area, by a delegation that is over. */
const typed = (person: Actor) => report({ by: { ...head, id: person.id }, progressId: `p-${person.id}` });
const member: Actor = { id: 'u-member', office: nucleo.office };
const clerk: Actor = { id: 'u-clerk', office: nucleo.office };
const lent = (to: Actor, holder: Actor) => delegation(`d-${to.id}`, holder.office, to.id, { holder: holder.id });
const staff: Staff = {
  ...exampleStaff,
  tenures: [
    ...exampleStaff.tenures.map((one) => (one.office === 'segretario' ? { ...one, roles: ['segretario'] } : one)),
    tenure(member.id, member.office),
  ],
};
const withClerk: Staff = { ...staff, delegations: [lent(clerk, nucleo)] };
const forMember: Staff = { ...staff, delegations: [lent(clerk, member)] };

const underWay = (person: Actor) => after(define(), assign(), acknowledge(), typed(person), submit({ staff }));
const verified = (person: Actor) =>
  after(define(), assign(), acknowledge(), typed(person), submit({ staff }), approve({ staff }));
const act = (by: Actor, deed: ApprovalDeed, of = staff): ActOnApproval => ({
  type: 'approval.act',
  subject: 'rendicontazione',
  shareId: REGISTRY,
  deed,
  staff: of,
  by,
  at: NEXT_YEAR,
});
const said = { note: '', act: null, points: ['x'], returnBy: null, degree: '50', reason: 'x' } as const;
const takes = (outcome: 'approve' | 'return' | 'reject' | 'correct-degree', by: Actor, of = staff) =>
  act(by, { do: 'take-step', step: 'certificazione', outcome, ...said }, of);
const toAnother = { do: 'migrate', chain: { ...chain, version: 9 }, workflow: null, reason: 'x' } as const;
const author = { refusal: 'approval/own-report', facts: { rule: 'author' } };

describe('whoever typed in for an office, at every judgement of it that comes later', () => {
  it.each(['approve', 'return', 'reject', 'correct-degree'] as const)(
    'given a member of the Nucleo, when their word at its step would be %s, then it is not theirs to say',
    (outcome) => {
      expect(verified(member).when(takes(outcome, member))).toMatchObject(author);
    },
  );

  it('given a delegate of one of the Nucleo, or somebody in the place of who typed, then neither', () => {
    expect(verified(clerk).when(takes('approve', clerk, withClerk))).toMatchObject(author);
    const forThem = { ...author, facts: { rule: 'delegate' } };
    expect(verified(member).when(takes('approve', clerk, forMember))).toMatchObject(forThem);
    expect(verified(member).when(takes('approve', clerk, withClerk))).toHaveProperty('events');
  });

  it('given a claim, then they take none; and nobody gives them the step', () => {
    expect(verified(member).when(act(member, { do: 'claim', step: 'certificazione' }))).toMatchObject(author);
    const given = { do: 'reassign', step: 'certificazione', to: member, reason: 'x' } as const;
    expect(verified(member).when(act(segretario, given))).toMatchObject({ refusal: 'approval/may-not-take' });
  });

  it('given the Segretario, then they neither give a step to somebody, nor move it to other rules, nor send it back', () => {
    const given = { do: 'reassign', step: 'verifica', to: vice, reason: 'x' } as const;
    expect(underWay(segretario).when(act(segretario, given))).toMatchObject(author);
    expect(underWay(segretario).when(act(segretario, toAnother))).toMatchObject(author);
    expect(underWay(segretario).when(sendBack({ staff }))).toMatchObject(author);
  });

  it('given the substitute, whom the step came to before they typed, then it is theirs no more', () => {
    const barred = underWay(segretario);
    expect(barred.when(approve({ staff, by: vice }))).toHaveProperty('events');
    const both = after(define(), assign(), acknowledge(), typed(segretario), submit({ staff }), typed(vice));
    expect(both.when(approve({ staff, by: vice }))).toMatchObject({ refusal: 'approval/no-substitute' });
  });

  it('given a reopening, then what they typed before counts on', () => {
    const again: readonly ObjectiveCommand[] = [
      approve({ step: 'certificazione', by: nucleo, staff }),
      approve({ step: 'presa-atto', by: giunta, act: NOTED, staff }),
      score({ staff }),
      reopen({ staff, act: { kind: 'DGC', number: '30', date: '2023-01-20' } }),
      approve({ staff }),
    ];
    const anew = after(
      define(),
      assign(),
      acknowledge(),
      typed(member),
      submit({ staff }),
      approve({ staff }),
      ...again,
    );
    expect(anew.when(takes('approve', member))).toMatchObject(author);
  });
});
