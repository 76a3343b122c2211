import {
  after,
  alarm,
  approve,
  close,
  define,
  liquidate,
  makeDefinitive,
  remove,
  report,
  score,
  secretaryToTheEnd,
  submit,
  upTo,
} from '../testing/commands.js';
import { romeDayOf } from '../calendar/rome.js';
import { chain, giunta, head, NEXT_YEAR, NOTED, nucleo, REGISTRY, SECRETARY } from '../testing/example.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { LifecycleState, Scoring, Transition } from '../workflow/lifecycle.js';
import type { ObjectiveCommand } from './messages.js';
import { requireMayPay, requirePayable } from './payable.js';
import { statusOf, type ShareState } from './state.js';
import { possibleOn } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';

type Step = readonly LifecycleState[];

const DETERMINA = { kind: 'determina', number: '61', date: '2023-01-20' };
const theEnd = [...upTo.liquidated, ...secretaryToTheEnd];

describe('the outcome of an objective', () => {
  describe('given a file by which whoever is scored may be heard for some working days', () => {
    const heard = (patronDay: string | null = null) => {
      const told = after(
        define({ workflow: { ...usualLifecycle, appeal: { workingDays: 2 } } }),
        ...upTo.scored.slice(1),
      );
      return (day: string) => told.when(makeDefinitive({ at: `${day}T09:00:00.000Z`, calendar: { patronDay } }));
    };

    it('then it is definitive from the day after them on, and the refusal says from which', () => {
      expect(heard()('2023-01-20')).toEqual({
        refusal: 'objective/appeal-open',
        facts: { share: REGISTRY, value: '2023-01-20', until: '2023-01-24', from: '2023-01-25' },
      });
      expect(heard()('2023-01-24')).toMatchObject({ refusal: 'objective/appeal-open' });
      expect(heard()('2023-01-25')).toMatchObject({ events: [{ type: 'objective.made-definitive.v1' }] });
    });

    it('given the day of the patron among them, then a day later', () => {
      expect(heard('01-24')('2023-01-25')).toMatchObject({ facts: { until: '2023-01-25' } });
      expect(heard('01-24')('2023-01-26')).toHaveProperty('events');
    });

    it('given a file without them, then nothing is asked but the score', () => {
      expect(after(...upTo.scored).when(makeDefinitive())).toHaveProperty('events');
    });
  });

  describe('given a body that liquidates only what is definitive', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'liquidate' ? { ...one, from: ['definitive' as const] } : one,
    );
    const later = define({ workflow: { ...usualLifecycle, transitions } });
    const payable = (...steps: readonly ObjectiveCommand[]) => {
      const { state } = after(later, ...steps.slice(1));
      const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
      if (share === undefined) throw new Error('no such share');
      return () => {
        requirePayable(state, share);
      };
    };

    it('when a share is scored, then no run pays it, and the refusal says from where one would', () => {
      expect(payable(...upTo.scored)).toThrow(
        expect.objectContaining({
          code: 'premium/share-not-payable',
          facts: { share: REGISTRY, state: 'rendicontazione-approved', from: 'definitive' },
        }),
      );
    });

    it.each<[readonly Step[], string, object]>([
      [
        [['definitive', 'suspended']],
        'premium/share-not-payable',
        { state: 'rendicontazione-approved', from: 'definitive, suspended' },
      ],
      [[], 'premium/liquidates-nothing', {}],
    ])('when runs pay from %j, then the refusal is %s and names each', (ways, code, where) => {
      const others = usualLifecycle.transitions.filter(({ verb }) => verb !== 'liquidate');
      const paying = usualLifecycle.transitions.filter(({ verb }) => verb === 'liquidate').slice(0, 1);
      const changed = [...others, ...ways.flatMap((states) => paying.map((one) => ({ ...one, from: [...states] })))];
      const { state } = after(
        define({ workflow: { ...usualLifecycle, transitions: changed } }),
        ...upTo.scored.slice(1),
      );
      const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
      const facts = { share: REGISTRY, ...where };
      expect(() => {
        requirePayable(state, share as ShareState);
      }).toThrow(expect.objectContaining({ code, facts }));
    });

    it('when it is definitive, or was never scored, then nothing stands in the way', () => {
      expect(payable(...upTo.scored, makeDefinitive())).not.toThrow();
      expect(payable(...upTo.approved)).not.toThrow();
    });
  });

  it('given a body that names who liquidates, then nobody else pays what is scored; named nobody, anybody', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'liquidate' ? { ...one, who: [{ office: 'ragioneria' }] } : one,
    );
    const named = define({ workflow: { ...usualLifecycle, transitions } });
    const paying = (office: string, first: ObjectiveCommand, steps: readonly ObjectiveCommand[]) => {
      const { state } = after(first, ...steps.slice(1));
      const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
      if (share === undefined) throw new Error('no such share');
      return () => {
        requireMayPay(state, share, { by: { id: 'u', office }, at: NEXT_YEAR, act: null, staff: exampleStaff });
      };
    };
    expect(paying('ragioneria', named, upTo.scored)).not.toThrow();
    expect(paying('personale', named, upTo.scored)).toThrow(
      expect.objectContaining({
        code: 'lifecycle/not-yours',
        facts: { verb: 'liquidate', office: 'personale', who: 'ragioneria' },
      }),
    );
    expect(paying('personale', named, upTo.approved)).not.toThrow();
    expect(paying('personale', define(), upTo.scored)).not.toThrow();
  });

  it('given one verb that others make from another state, then who makes it where the share stands, and none of the others', () => {
    const pay = (from: LifecycleState, office: string) =>
      ({ verb: 'liquidate', from: [from], to: 'liquidated', who: [{ office }], act: null }) as const;
    const others = usualLifecycle.transitions.filter(({ verb }) => verb !== 'liquidate');
    const paying = (office: string, ways: readonly ReturnType<typeof pay>[]) => () => {
      const first = define({ workflow: { ...usualLifecycle, transitions: [...others, ...ways] } });
      const { state } = after(first, ...upTo.scored.slice(1));
      const staff = { ...exampleStaff, tenures: [tenure('u-payer', office)] };
      for (const share of state.shares)
        requireMayPay(state, share, { by: { id: 'u-payer', office }, at: NEXT_YEAR, act: null, staff });
    };
    const two = [pay('rendicontazione-approved', 'ragioneria'), pay('definitive', 'personale')];
    expect(paying('ragioneria', two)).not.toThrow();
    expect(paying('personale', two)).toThrow(expect.objectContaining({ code: 'lifecycle/not-yours' }));
    // where nobody makes it from here, each whom it names
    expect(paying('personale', two.slice(1))).not.toThrow();
    expect(paying('ragioneria', two.slice(1))).toThrow(expect.objectContaining({ code: 'lifecycle/not-yours' }));
  });

  it('given kinds of act by which it is paid, then no other pays it; what is paid nothing asks for none', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'liquidate' ? { ...one, act: { kinds: ['determina'] } } : one,
    );
    const paying = (kind: string, steps: readonly ObjectiveCommand[]) => () => {
      const { state } = after(define({ workflow: { ...usualLifecycle, transitions } }), ...steps.slice(1));
      const act = { kind, number: '7', date: '2023-01-20' };
      for (const share of state.shares) {
        requireMayPay(state, share, { by: { id: 'u', office: 'personale' }, at: NEXT_YEAR, act, staff: exampleStaff });
      }
    };
    expect(paying('DGC', upTo.scored)).toThrow(
      expect.objectContaining({
        code: 'lifecycle/act-of-another-kind',
        facts: { verb: 'liquidate', kind: 'DGC', kinds: 'determina' },
      }),
    );
    expect(paying('Determina', upTo.scored)).not.toThrow();
    expect(paying('DGC', upTo.approved)).not.toThrow();
  });

  it('given an approved report, when scored as the area claimed, then no reason is asked for', () => {
    expect(after(...upTo.approved).when(score({ degree: '95.00' }))).toEqual({
      events: [
        {
          type: 'objective.scored.v1',
          data: { shareId: REGISTRY, degree: '95', reason: '', on: romeDayOf(NEXT_YEAR) },
        },
      ],
    });
  });

  it('given a body that has an evaluation body, then no other office scores, whatever its role', () => {
    const by = { id: 'u-x', office: 'tributi' };
    const staff = {
      ...exampleStaff,
      tenures: [...exampleStaff.tenures, tenure('u-x', 'tributi', { roles: ['nucleo'] })],
    };
    expect(after(...upTo.approved).when(score({ by, staff }))).toEqual({
      refusal: 'approval/not-your-step',
      facts: { office: 'nucleo' },
    });
    expect(after(...upTo.approved).when(score({ by, staff: { ...staff, offices: [] } }))).toHaveProperty('events');
  });

  it('given a delegate for evaluations alone, then they score in the place of whom nothing keeps from it', () => {
    const by = { id: 'u-x', office: 'nucleo' };
    const delegations = [delegation('d-1', 'nucleo', 'u-x', { subjects: ['evaluation'] })];
    const staff = { ...exampleStaff, delegations };
    const approved = after(...upTo.approved);
    expect(approved.when(score({ by, staff }))).toHaveProperty('events');
    // of a member whose premium depends on it, nobody speaks in the place
    const paid = { ...staff, beneficiaries: ['u-nucleo'] };
    expect(approved.when(score({ by, staff: paid }))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'evaluator-beneficiary' },
    });
  });

  it('given an approved report, when scored otherwise, then only with a written reason', () => {
    const approved = after(...upTo.approved);
    expect(approved.when(score({ degree: '80' }))).toMatchObject({ refusal: 'value/text-missing' });
    expect(approved.when(score({ degree: '80', reason: 'un mese di ritardo' }))).toHaveProperty('events');
  });

  describe('given a degree to which two of the Nucleo had to agree', () => {
    const quorum = { kind: 'quorum', count: 2 } as const;
    const all = { kind: 'all', of: 'offices' } as const;
    const outcomes = ['approve', 'return', 'correct-degree'] as const;
    const steps = chain.steps.map((one) =>
      one.id === 'certificazione' ? { ...one, agreement: quorum, outcomes } : { ...one, agreement: all },
    );
    const others = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-nucleo-2', 'nucleo')] };
    const certify = { step: 'certificazione', staff: others };
    const approved = (scoring?: Scoring) => [
      define({ workflow: { ...usualLifecycle, ...(scoring && { scoring }) } }),
      ...upTo.acknowledged.slice(1),
      submit({ chain: { ...chain, steps } }),
      approve(),
      approve({ ...certify, by: nucleo }),
      approve({ ...certify, by: { id: 'u-nucleo-2', office: 'nucleo' } }),
      approve({ step: 'presa-atto', by: giunta, act: NOTED }),
    ];
    const otherwise = score({ degree: '80', reason: 'riconteggio' });

    it('when one of them scores otherwise, then it is refused, with the step that certified it', () => {
      expect(after(...approved()).when(otherwise)).toEqual({
        refusal: 'objective/degree-certified',
        facts: { share: REGISTRY, degree: '95', step: 'certificazione' },
      });
      expect(after(...approved()).when(score())).toHaveProperty('events');
    });

    it('when one alone corrects the degree at a later step, then several agreed to another, and one may score otherwise', () => {
      const alone = { kind: 'one' } as const;
      const by = { kind: 'all', of: 'members' } as const;
      const acts = {
        type: 'approval.act',
        subject: 'rendicontazione',
        shareId: REGISTRY,
        staff: others,
        at: NEXT_YEAR,
      } as const;
      const corrected = (agreement: StepDefinition['agreement'], noting: StepDefinition['agreement']) => {
        const agreements = [quorum, agreement, noting];
        const who = ['nucleo', 'nucleo', 'giunta'].map((office) => [{ office }]);
        const three = chain.steps.map((one, index) => ({
          ...one,
          who: who[index]!,
          agreement: agreements[index]!,
          outcomes: one.act === null ? outcomes : one.outcomes,
          independentOf: 'nobody' as const,
        }));
        const two = { id: 'u-nucleo-2', office: 'nucleo' };
        const [verifica, certificazione] = [{ ...certify, step: 'verifica' }, certify];
        const said = { note: '', act: null, points: [], returnBy: null } as const;
        const rectified = { ...said, outcome: 'correct-degree', degree: '90', reason: 'ritardo' } as const;
        return after(
          define({ workflow: usualLifecycle }),
          ...upTo.acknowledged.slice(1),
          submit({ chain: { ...chain, steps: three } }),
          approve({ ...verifica, by: nucleo }),
          approve({ ...verifica, by: two }),
          { ...acts, deed: { ...rectified, do: 'take-step', step: 'certificazione' }, by: nucleo },
          ...(agreement.kind === 'one' ? [] : [approve({ ...certificazione, by: two })]),
          approve({ step: 'presa-atto', by: giunta, act: NOTED }),
        );
      };
      expect(corrected(alone, alone).when(otherwise)).toHaveProperty('events');
      expect(corrected(quorum, alone).when(otherwise)).toMatchObject({
        facts: { degree: '90', step: 'certificazione' },
      });
      expect(corrected(alone, by).when(otherwise)).toMatchObject({ facts: { degree: '90', step: 'presa-atto' } });
    });

    it('when the definition lets one score otherwise with a reason, then they may', () => {
      expect(after(...approved('with-reason')).when(otherwise)).toHaveProperty('events');
    });
  });

  it('given a definition by which the certified degree stands, when one alone certified it, then nobody scores otherwise', () => {
    const commands = [define({ workflow: { ...usualLifecycle, scoring: 'as-certified' } }), ...upTo.approved.slice(1)];
    expect(after(...commands).when(score({ degree: '80', reason: 'riconteggio' }))).toMatchObject({
      refusal: 'objective/degree-certified',
    });
  });

  it('given an approved report, when its own office or its author scores it, then approval/own-report', () => {
    const approved = after(...upTo.approved);
    expect(approved.when(score({ by: { id: 'u-x', office: head.office } }))).toMatchObject({
      refusal: 'approval/own-report',
    });
    expect(approved.when(score({ by: { id: head.id, office: 'nucleo' } }))).toMatchObject({
      refusal: 'approval/own-report',
    });
  });

  it('given a degree over 100, when scored, then value/out-of-range', () => {
    expect(after(...upTo.approved).when(score({ degree: '100.5' }))).toMatchObject({ refusal: 'value/out-of-range' });
  });

  it('given a scored share, when its premium is liquidated, then the amount has two decimals', () => {
    expect(after(...upTo.scored).when(liquidate({ amount: '1234.5' }))).toEqual({
      events: [
        {
          type: 'objective.premium-liquidated.v1',
          data: { shareId: REGISTRY, runId: 'areas-2022', amount: '1234.50' },
        },
      ],
    });
  });

  it('given a scored share, when the premium is below zero or of no run, then it is refused', () => {
    const scored = after(...upTo.scored);
    expect(scored.when(liquidate({ amount: '-0.01' }))).toMatchObject({ refusal: 'value/out-of-range' });
    expect(scored.when(liquidate({ runId: '' }))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('given every share scored and liquidated, when closed, then it is closed, also after premiums of 0 euros', () => {
    expect(after(...theEnd).when(close())).toEqual({
      events: [{ type: 'objective.closed.v1', data: { objectiveId: '6.1.1' } }],
    });
    expect(after(...theEnd).state.shares.map(statusOf)).toEqual(['liquidated', 'liquidated']);
  });

  it('given a body that pays nothing here, when every share is scored, then it is closed', () => {
    const transitions = usualLifecycle.transitions
      .filter(({ verb }) => verb !== 'liquidate')
      .map((one) => (one.verb === 'close' ? { ...one, from: ['rendicontazione-approved' as const] } : one));
    const unpaid = define({ workflow: { ...usualLifecycle, transitions } });
    const judged = secretaryToTheEnd.filter(({ type }) => type !== 'objective.liquidate-premium');
    const scored = [unpaid, ...upTo.scored.slice(1)];
    expect(after(...scored).when(close())).toMatchObject({ refusal: 'objective/not-scored' });
    const ended = after(...scored, ...judged);
    expect(ended.when(close())).toMatchObject({ events: [{ type: 'objective.closed.v1' }] });
    const [share] = ended.state.shares;
    expect(share && possibleOn(ended.state, share).map(({ verb }) => verb)).toContain('close');
  });

  it('given a body that names who closes, when somebody else does, then lifecycle/not-yours', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'close' ? { ...one, who: [{ office: 'giunta' }] } : one,
    );
    const named = define({ workflow: { ...usualLifecycle, transitions } });
    const ended = after(named, ...theEnd.slice(1));
    expect(ended.when(close({ staff: exampleStaff }))).toMatchObject({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'close', who: 'giunta' },
    });
    expect(ended.when(close({ staff: exampleStaff, by: giunta }))).toHaveProperty('events');
  });

  it('given a body that closes by act, then it is asked for one of a kind that it takes from where a share stands', () => {
    const ofKinds = (from: LifecycleState, kinds: readonly string[] | null): Transition => ({
      verb: 'close',
      from: [from],
      to: 'closed',
      who: [],
      act: kinds && { kinds },
    });
    const others = usualLifecycle.transitions.filter(({ verb }) => verb !== 'close');
    const closing = [ofKinds('liquidated', ['determina']), ofKinds('removed', null)];
    const named = define({ workflow: { ...usualLifecycle, transitions: [...others, ...closing] } });
    const paid = after(named, ...theEnd.slice(1));
    expect(paid.when(close())).toEqual({
      refusal: 'lifecycle/act-missing',
      facts: { verb: 'close', kinds: 'determina' },
    });
    expect(paid.when(close({ act: NOTED }))).toMatchObject({ refusal: 'lifecycle/act-of-another-kind' });
    expect(paid.when(close({ act: { ...DETERMINA, date: null } }))).toMatchObject({ refusal: 'value/not-a-date' });
    expect(paid.when(close({ act: DETERMINA }))).toEqual({
      events: [{ type: 'objective.closed.v1', data: { objectiveId: '6.1.1', act: DETERMINA } }],
    });
    const gone = remove({ by: giunta });
    const removed = after(named, gone, remove({ shareId: SECRETARY, by: giunta }));
    expect(removed.when(close())).toHaveProperty('events');
    // one share was paid, the other removed, and each would be closed by another kind: either will do
    const either = [...others, ofKinds('liquidated', ['determina']), ofKinds('removed', ['DGC'])];
    const apart = define({ workflow: { ...usualLifecycle, transitions: either } });
    const mixed = after(apart, ...upTo.liquidated.slice(1), remove({ shareId: SECRETARY, by: giunta }));
    expect(mixed.when(close())).toMatchObject({ facts: { kinds: 'determina, DGC' } });
    for (const act of [DETERMINA, NOTED]) expect(mixed.when(close({ act }))).toHaveProperty('events');
    const other = { ...NOTED, kind: 'decreto' };
    expect(mixed.when(close({ act: other }))).toMatchObject({ refusal: 'lifecycle/act-of-another-kind' });
  });

  it('given a body that asks for no act, when it is closed by one, then that is kept, and is no act of tomorrow', () => {
    const ended = after(...theEnd);
    expect(ended.when(close({ act: DETERMINA }))).toMatchObject({ events: [{ data: { act: DETERMINA } }] });
    expect(ended.when(close({ act: { ...DETERMINA, date: '2099-01-01' } }))).toMatchObject({
      refusal: 'objective/occurred-in-future',
    });
  });

  it('given a closed objective, when anything else is commanded, then it is refused; a late alarm finds nothing', () => {
    const closed = after(...theEnd, close());
    for (const command of [...theEnd, close(), report()]) {
      expect(closed.when(command)).toEqual({ refusal: 'objective/closed', facts: { objective: '6.1.1' } });
    }
    expect(closed.when(alarm(NEXT_YEAR))).toEqual({ events: [] });
  });
});
