import type { LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import {
  acknowledge,
  after,
  approve,
  assign,
  define,
  liquidate,
  ratify,
  reopen,
  report,
  resume,
  score,
  secretaryToTheEnd,
  close,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { head, nucleo, REGISTRY, segretario } from '../testing/example.js';
import type { LifecycleInForce } from './lifecycle-messages.js';
import { possibleOn } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';
import type { ObjectiveCommand } from './messages.js';

const without = (verb: LifecycleVerb): LifecycleInForce => ({
  ...usualLifecycle,
  id: 'shorter',
  transitions: usualLifecycle.transitions.filter((transition) => transition.verb !== verb),
});
const changed = (verb: LifecycleVerb, change: Partial<Transition>): LifecycleInForce => ({
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((transition) =>
    transition.verb === verb ? { ...transition, ...change } : transition,
  ),
});
const possible = (commands: readonly ObjectiveCommand[]) => {
  const { state } = after(...commands);
  const [share] = state.shares;
  return share === undefined ? [] : possibleOn(state, share).map(({ verb, who }) => [verb, ...who.map(told)]);
};
const told = (one: object) => Object.values(one)[0] as unknown;

describe('the lifecycle that a body has defined', () => {
  it('given a definition that knows no suspension, when suspended, then it is refused with what is possible', () => {
    const governed = after(define({ workflow: without('suspend') }), ...upTo.acknowledged.slice(1));
    expect(governed.when(suspend())).toEqual({
      refusal: 'lifecycle/not-allowed',
      facts: {
        share: REGISTRY,
        state: 'in-progress',
        verb: 'suspend',
        possible: 'remove, submit-rendicontazione',
      },
    });
  });

  it('given a verb in a state where it is not foreseen, when tried, then it says from where it is and who could', () => {
    expect(after(...upTo.acknowledged).when(resume())).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'in-progress', verb: 'resume', from: 'suspended', who: 'segretario, giunta' },
    });
  });

  it('given a definition that pays only what is definitive, when a scored share is paid, then it is refused', () => {
    const strict = changed('liquidate', { from: ['definitive'] });
    const scored = after(define({ workflow: strict }), ...upTo.scored.slice(1));
    expect(scored.when(liquidate())).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'rendicontazione-approved', verb: 'liquidate' },
    });
  });

  it('given a definition without acknowledgement, when assigned, then work begins at once', () => {
    const governed = after(define({ workflow: without('acknowledge') }), assign());
    expect(governed.when(report())).toHaveProperty('events');
    expect(governed.when(acknowledge())).toMatchObject({ refusal: 'objective/already-acknowledged' });
  });

  it('given states from which nothing can be done yet or any more, then the definition alone makes nothing possible there', () => {
    const verbsAt = (workflow: LifecycleInForce, commands: readonly ObjectiveCommand[]) =>
      possible([define({ workflow }), ...commands.slice(1)]).map(([verb]) => verb);
    expect(verbsAt(changed('acknowledge', { from: ['approved', 'assigned'] }), upTo.defined)).not.toContain(
      'acknowledge',
    );
    expect(verbsAt(changed('reopen', { from: ['in-progress'] }), upTo.acknowledged)).not.toContain('reopen');
    expect(verbsAt(changed('validate', { from: ['in-progress'] }), upTo.acknowledged)).not.toContain('validate');
    const again = changed('submit-rendicontazione', { from: ['in-progress', 'rendicontazione-submitted'] });
    expect(verbsAt(again, upTo.submitted)).toEqual(['return-rendicontazione', 'approve-rendicontazione']);
    expect(verbsAt(changed('approve-rendicontazione', { from: ['in-progress'] }), upTo.acknowledged)).not.toContain(
      'approve-rendicontazione',
    );
  });

  it('given somebody to whom a transition does not belong, when tried, then it says to whom', () => {
    expect(after(...upTo.acknowledged).when(suspend({ by: nucleo }))).toEqual({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'suspend', office: 'nucleo', who: 'segretario, giunta' },
    });
  });

  it('given the office that a definition names, or the one that holds the share, when tried, then it may', () => {
    const [office, relation] = [[{ office: 'nucleo' }], [{ relation: 'assignee' } as const]].map((who) =>
      after(define({ workflow: changed('resume', { who }) }), ...upTo.acknowledged.slice(1), suspend()),
    );
    expect(office?.when(resume({ by: nucleo }))).toHaveProperty('events');
    expect(relation?.when(resume({ by: head }))).toHaveProperty('events');
    expect(relation?.when(resume({ by: segretario }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
      facts: { who: 'affari-generali' },
    });
  });

  it('given a tenure that is over, when its person tries, then the role is gone', () => {
    const command = suspend();
    const staff = {
      ...command.staff,
      tenures: command.staff.tenures.map((tenure) => ({ ...tenure, to: '2022-06-19' })),
    };
    expect(after(...upTo.acknowledged).when({ ...command, staff })).toMatchObject({ refusal: 'lifecycle/not-yours' });
  });

  it('given a transition that needs an act, when made without one or with another kind, then it says which', () => {
    const scored = after(...upTo.scored);
    expect(scored.when(reopen({ act: { kind: 'lettera', number: '1', date: '2023-01-15' } }))).toMatchObject({
      refusal: 'lifecycle/act-of-another-kind',
      facts: { verb: 'reopen', kind: 'lettera', kinds: 'DGC, DCC, decreto, determina' },
    });
    const byAct = after(
      define({ workflow: changed('resume', { act: { kinds: ['DGC'] } }) }),
      ...upTo.acknowledged.slice(1),
      suspend(),
    );
    expect(byAct.when(resume())).toMatchObject({ refusal: 'lifecycle/act-missing', facts: { kinds: 'DGC' } });
    expect(byAct.when(resume({ act: { kind: 'dgc', number: '9', date: '2022-07-10' } }))).toHaveProperty('events');
  });

  it.each(['Delibera di Giunta', 'D.G.C.', 'delibera G.C.', 'Deliberazione della Giunta comunale'])(
    'given a transition that is made by a DGC, when it is made by a %s, then that is one',
    (kind) => {
      const working = after(...upTo.acknowledged);
      const act = { kind, number: '40', date: '2022-06-30' };
      expect(working.when(suspend({ act }))).toHaveProperty('events');
      const ratifying = ratify({ act: { ...ratify().act, kind } });
      expect(after(...upTo.acknowledged, suspend({ act: null })).when(ratifying)).toHaveProperty('events');
      expect(after(...upTo.scored).when(reopen({ act: { ...reopen().act, kind } }))).toHaveProperty('events');
      const named = changed('suspend', { act: { kinds: [kind] } });
      expect(after(define({ workflow: named }), ...upTo.acknowledged.slice(1)).when(suspend())).toHaveProperty(
        'events',
      );
      const another = suspend({ act: { ...act, kind: 'Delibera di Consiglio' } });
      expect(working.when(another)).toMatchObject({ refusal: 'lifecycle/act-of-another-kind' });
    },
  );

  it('given a transition that is made by a kind of the body’s own, then its acronym is that kind with dots or without', () => {
    const suspendingBy = (kinds: readonly string[], kind: string) =>
      after(define({ workflow: changed('suspend', { act: { kinds } }) }), ...upTo.acknowledged.slice(1)).when(
        suspend({ act: { kind, number: '30', date: '2022-06-30' } }),
      );
    for (const kind of ['DGE', 'D.G.E.', 'D. G. E.']) {
      expect(suspendingBy(['DGE'], kind)).toHaveProperty('events');
      expect(suspendingBy([kind], 'dge')).toHaveProperty('events');
      expect(suspendingBy([kind], 'DGX')).toMatchObject({ refusal: 'lifecycle/act-of-another-kind' });
    }
  });

  it('given a share on its way, when asked what could come next, then verbs and who, step by step', () => {
    expect(possible([...upTo.defined])).toEqual([
      ['assign', 'segretario'],
      ['remove', 'segretario', 'giunta'],
    ]);
    expect(possible([...upTo.assigned])).toEqual([
      ['acknowledge', 'affari-generali'],
      ['suspend', 'segretario', 'giunta'],
      ['remove', 'segretario', 'giunta'],
    ]);
    expect(possible([...upTo.submitted])).toEqual([
      ['return-rendicontazione', 'segretario'],
      ['approve-rendicontazione', 'segretario'],
    ]);
    expect(possible([...upTo.submitted, approve()])).toContainEqual(['approve-rendicontazione', 'nucleo']);
    expect(possible([...upTo.approved])).toEqual([['reopen', 'segretario']]);
    expect(possible([...upTo.scored])).toEqual([
      ['make-definitive', 'segretario'],
      ['liquidate', true],
      ['reopen', 'segretario'],
    ]);
    expect(possible([...upTo.liquidated, ...secretaryToTheEnd, close()])).toEqual([['reopen', 'segretario']]);
  });

  it('given a share that goes to another office in mid-year, when asked, then the new one takes note as at the beginning', () => {
    const moved = [...upTo.acknowledged, report(), assign({ office: 'tributi' })];
    expect(possible(moved)).toContainEqual(['acknowledge', 'tributi']);
    expect(after(...moved).when(acknowledge({ by: { id: 'u-tributi', office: 'tributi' } }))).toHaveProperty('events');
  });

  it('given specific rules, when they refuse, then their reason comes before the definition’s', () => {
    expect(after(...upTo.submitted).when(submit())).toMatchObject({ refusal: 'objective/rendicontazione-open' });
    expect(after(...upTo.scored).when(score())).toMatchObject({ refusal: 'objective/already-scored' });
  });
});
