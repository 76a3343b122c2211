import fc from 'fast-check';
import type { StepDefinition } from '../workflow/chain-definition.js';
import {
  acknowledgement,
  approvalOf,
  certification,
  opening,
  OPENED,
  people,
  step,
  takes,
  told,
  verification,
  who,
  type Deed,
} from '../testing/approval.js';
import { delegation } from '../testing/staff.js';
import { currentStep } from './approval.js';
import { givenTo } from './given-to.js';

const opinion = step('parere', { who: [{ office: 'vicesegretario' }] });
const termed = { ...certification, term: { workingDays: 5 } };
const toVersion = (
  version: number,
  steps: readonly StepDefinition[],
  by = who.segretario as Deed[1],
  reason = 'nuovo regolamento',
): Deed => [
  {
    do: 'migrate',
    chain: { id: 'rendicontazione', version, steps },
    workflow: { id: 'comune', version },
    reason,
  },
  by,
];
const open = approvalOf(opening());
const voted = open.after(takes('verifica', who.segretario), takes('certificazione', who.nucleo));

describe('moving a running approval to a version in which a step would be left without anybody', () => {
  const alone = { office: 'giunta' } as const;
  const signature = step('firma', { who: [alone], independentOf: ['presa-atto'] });

  it('given who would take one step and may take no other, then it is refused, and told who would do', () => {
    expect(
      voted.when(toVersion(2, [verification, certification, step('presa-atto', { who: [alone] }), signature])),
    ).toEqual({
      refusal: 'approval/nobody-at-step',
      told: {
        step: 'firma',
        offices: 'giunta',
        persons: who.giunta.id,
        steps: 'presa-atto',
        rule: 'four-eyes',
        who: 'giunta',
      },
    });
  });

  it('given a substitute of that step, then it goes on', () => {
    const instead = { ...signature, substitute: { office: 'segretario' } };
    const moved = toVersion(2, [certification, step('presa-atto', { who: [alone] }), instead]);
    expect(voted.when(moved)).toHaveProperty('facts');
  });
});

describe('a degree that was corrected', () => {
  const corrects = (degree: string, by: Deed[1] = who.nucleo) =>
    takes('certificazione', by, { outcome: 'correct-degree', degree, reason: 'ritardo' });
  const certifying = open.after(takes('verifica', who.segretario));
  const all = { ...certification, agreement: { kind: 'all', of: 'members' } } as const;
  const moved = (steps: readonly StepDefinition[], ...deeds: readonly Deed[]) =>
    certifying.after(...deeds).when(toVersion(2, steps));

  it('given that whoever corrected it alone loses the vote, then it is as before, and the event says so', () => {
    expect(moved([verification, all], corrects('80'))).toMatchObject({
      facts: [{ lost: [{ what: 'votes', step: 'certificazione' }], degree: '95' }],
    });
    expect(certifying.after(corrects('80'), toVersion(2, [verification, all])).state).toMatchObject({
      degree: '95',
      corrections: [],
    });
    expect(moved([verification, all], corrects('80'), corrects('70', who.nucleo2))).toMatchObject({
      facts: [{ degree: '95' }],
    });
  });

  it('given that the step that corrected it is gone, then likewise, unless one that is kept has agreed to it since', () => {
    const both = [corrects('80'), takes('certificazione', who.nucleo2)];
    expect(moved([verification, acknowledgement], ...both)).toMatchObject({ facts: [{ degree: '95' }] });
    const three = approvalOf(opening([verification, certification, opinion, acknowledgement])).after(
      takes('verifica', who.segretario),
      ...both,
    );
    const agreed = three.after(takes('parere', who.vice));
    const without = toVersion(2, [verification, opinion, acknowledgement]);
    expect(three.when(without)).toMatchObject({ facts: [{ degree: '95' }] });
    expect('facts' in agreed.when(without) && agreed.after(without).state).toMatchObject({ degree: '80' });
  });

  it('given that its votes go along, or that nobody corrected it, then the event says nothing of it', () => {
    for (const deeds of [[corrects('80')], [takes('certificazione', who.nucleo)]]) {
      const outcome = moved([verification, certification, acknowledgement], ...deeds);
      expect('facts' in outcome && outcome.facts[0]).not.toHaveProperty('degree');
    }
  });
});

describe('moving a running approval to another version', () => {
  it('given the same step in the new version, then its votes go along and nothing is lost', () => {
    const moved = toVersion(2, [verification, certification, opinion]);
    expect(voted.when(moved)).toMatchObject({ facts: [{ kind: 'migrated', workflow: { version: 2 }, lost: [] }] });
    expect(voted.after(moved).after(takes('certificazione', who.nucleo2)).state).toMatchObject({
      passed: ['verifica', 'certificazione'],
      status: 'open',
    });
  });

  it('given a passed step that is gone, then its approval is told as lost', () => {
    const moved = toVersion(2, [certification, acknowledgement]);
    expect(voted.when(moved)).toMatchObject({ facts: [{ lost: [{ what: 'step', step: 'verifica' }] }] });
    expect(voted.after(moved).state.passed).toEqual([]);
  });

  it('given a step that is gone, then whoever took it has taken none, and may take another', () => {
    const review = step('riesame', { who: [{ office: 'segretario' }] });
    const moved = open
      .after(takes('verifica', who.segretario))
      .after(toVersion(2, [review, acknowledgement], who.giunta));
    expect(moved.state.panels).toMatchObject({ riesame: { offices: ['segretario'], reroutedFrom: null } });
    expect(moved.after(takes('riesame', who.segretario)).state.passed).toEqual(['riesame']);
  });

  it('given a new step before the one that waits, then it waits next, and the votes and the term are lost', () => {
    const moved = toVersion(2, [verification, opinion, termed]);
    const timed = approvalOf(opening([verification, termed])).after(
      takes('verifica', who.segretario),
      takes('certificazione', who.nucleo),
    );
    expect(timed.when(moved)).toMatchObject({
      facts: [
        {
          lost: [
            { what: 'votes', step: 'certificazione', persons: ['u-nucleo'] },
            { what: 'time-outs', step: 'certificazione' },
          ],
        },
      ],
    });
    const { state } = timed.after(moved);
    expect(currentStep(state)?.id).toBe('parere');
    expect(state.opening).toMatchObject({ number: 3, votes: [] });
  });

  it('given a step without a term, then no time-outs of it are lost, and what waits next waits from now', () => {
    const before = toVersion(2, [verification, opinion, certification]);
    expect(voted.when(before)).toHaveProperty('facts.0.lost', [
      { what: 'votes', step: 'certificazione', persons: ['u-nucleo'] },
    ]);
    expect(voted.after(before).state.opening).toMatchObject({ number: 3, votes: [] });
    const given = toVersion(2, [verification, termed]);
    expect(voted.when(given)).toHaveProperty('facts.0.lost', []);
    expect(voted.after(given).state.opening).toMatchObject({ number: 3, votes: [{ person: 'u-nucleo' }] });
  });

  it('given another agreement, then the votes are lost; another term, then the time-outs', () => {
    const all = { ...certification, agreement: { kind: 'all', of: 'members' } } as const;
    expect(voted.when(toVersion(2, [verification, all]))).toMatchObject({ facts: [{ lost: [{ what: 'votes' }] }] });
    const timed = approvalOf(opening([termed]));
    const longer = { ...termed, term: { workingDays: 9 } };
    expect(timed.when(toVersion(2, [longer]))).toHaveProperty('facts.0.lost', [
      { what: 'time-outs', step: 'certificazione' },
    ]);
    expect(timed.after(toVersion(2, [longer])).state.opening.number).toBe(2);
  });

  describe('once a time-out has called somebody who decides for all', () => {
    const called = { to: { office: 'giunta' }, by: { office: 'giunta' } };
    const late = '2023-03-20T08:00:00.000Z';
    const ladder = (what: 'escalate' | 'substitute') => {
      const onTimeout = [{ after: 1, do: what, ...called }] as StepDefinition['onTimeout'];
      return { ...termed, onTimeout };
    };
    const overdue = (first: StepDefinition) =>
      approvalOf(opening([first, opinion]))
        .at(late)
        .after([
          { do: 'time-out', calendar: { patronDay: null } },
          { id: 'system', office: 'system' },
        ]);
    const all = { agreement: { kind: 'all', of: 'members' } } as const;

    it.each(['escalate', 'substitute'] as const)(
      'given another agreement, then who was called by %s decides no longer, and its term counts anew',
      (what) => {
        const first = ladder(what);
        const timed = overdue(first);
        expect(timed.when(takes('certificazione', who.giunta))).toMatchObject({
          facts: [{ kind: 'voted' }, { kind: 'step-passed' }],
        });
        const moved = toVersion(2, [{ ...first, ...all }, opinion], who.segretario);
        expect(timed.when(moved)).toHaveProperty('facts.0.lost', [{ what: 'time-outs', step: 'certificazione' }]);
        const after = timed.after(moved);
        expect(after.state.opening).toMatchObject({
          number: 2,
          since: late,
          substitutes: null,
          escalatedTo: [],
          rungs: [],
        });
        expect(after.when(takes('certificazione', who.giunta))).toMatchObject({ refusal: 'approval/not-your-step' });
        expect(after.when(takes('certificazione', who.nucleo))).toMatchObject({ facts: [{ kind: 'voted' }] });
      },
    );

    it.each(['escalate', 'substitute'] as const)(
      'given other people or another term, then who was called by %s decides no longer',
      (what) => {
        const first = ladder(what);
        for (const change of [
          { who: [{ office: 'segretario' }] },
          { who: [...first.who, { office: 'giunta' }] },
          { act: { kinds: ['DGC'] } },
          { term: { workingDays: 9 } },
        ]) {
          const { state } = overdue(first).after(toVersion(2, [{ ...first, ...change }, opinion]));
          expect(state.opening).toMatchObject({ substitutes: null, escalatedTo: [] });
        }
      },
    );

    it('given the same step, then whoever was called still decides', () => {
      const first = ladder('substitute');
      const moved = toVersion(2, [first, opinion, acknowledgement]);
      expect(overdue(first).when(moved)).toHaveProperty('facts.0.lost', []);
      expect(overdue(first).after(moved).state.opening).toMatchObject({ number: 1, substitutes: ['giunta'] });
    });

    it('given nobody called so far, then another agreement loses neither the term nor the reminders', () => {
      const first = { ...termed, onTimeout: [{ after: 1, do: 'remind' }] } as const;
      const reminded = overdue(first);
      const moved = toVersion(2, [{ ...first, ...all }, opinion]);
      expect(reminded.when(moved)).toHaveProperty('facts.0.lost', []);
      expect(reminded.after(moved).state.opening).toMatchObject({ number: 1, rungs: [0], since: OPENED });
    });
  });

  it('given a claim of who has spoken since, then it is not lost, and nothing of it is left when the step changes hands', () => {
    const both = step('esame', {
      who: [{ office: 'segretario' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    const claimed = approvalOf(opening([both]))
      .after([{ do: 'claim', step: 'esame' }, who.giunta])
      .after(takes('esame', who.giunta));
    const moved = toVersion(2, [{ ...both, agreement: { kind: 'one' } }]);
    expect(claimed.when(moved)).toHaveProperty('facts.0.lost', [
      { what: 'votes', step: 'esame', persons: ['u-giunta'] },
    ]);
    expect(claimed.after(moved).state.opening.claims).toEqual([]);
  });

  it('given a claim on a step that changes hands, then it is told as lost', () => {
    const claimed = open.after([{ do: 'claim', step: 'verifica' }, who.segretario]);
    const other = { ...verification, who: [{ office: 'giunta' }] };
    expect(claimed.when(toVersion(2, [other]))).toMatchObject({
      facts: [{ lost: [{ what: 'claim', persons: ['u-segretario'] }] }],
    });
    expect(claimed.after(toVersion(2, [other])).state.opening.claims).toEqual([]);
  });

  it('given the version it is on, or one in which nothing is left to do, then it is refused', () => {
    expect(voted.when(toVersion(1, [verification]))).toMatchObject({ refusal: 'approval/same-version' });
    expect(voted.when(toVersion(2, [verification]))).toMatchObject({ refusal: 'approval/would-approve' });
    expect(voted.when(toVersion(2, []))).toMatchObject({ refusal: 'approval/chain-empty' });
    expect(voted.when(toVersion(2, [certification], who.segretario, ' '))).toMatchObject({
      refusal: 'value/text-missing',
    });
  });

  it('given a chain of another name, then its version is another, whatever its number', () => {
    const [deed, by] = toVersion(1, [verification, certification, opinion]);
    if (deed.do !== 'migrate') throw new Error('no migration');
    expect(voted.when([{ ...deed, chain: { ...deed.chain, id: 'altra' } }, by])).toHaveProperty('facts');
  });

  it('given the chain of another workflow, then it is another, whatever the number of its version', () => {
    const [deed, by] = toVersion(1, [verification, certification, opinion]);
    if (deed.do !== 'migrate') throw new Error('no migration');
    expect(voted.when([{ ...deed, workflow: { id: 'altro-flusso', version: 1 } }, by])).toMatchObject({
      facts: [{ kind: 'migrated', workflow: { id: 'altro-flusso', version: 1 } }],
    });
    expect(voted.when([{ ...deed, workflow: null }, by])).toMatchObject({ refusal: 'approval/same-version' });
  });

  it('given the same step written in another order, then nothing is lost; asked of others first, its votes are', () => {
    const reversed = (value: object) => Object.fromEntries(Object.entries(value).toReversed());
    const rewritten = { ...certification, agreement: reversed(certification.agreement) } as StepDefinition;
    expect(voted.when(toVersion(2, [verification, rewritten, opinion]))).toMatchObject({ facts: [{ lost: [] }] });
    const both = { ...certification, who: [{ office: 'nucleo' }, { office: 'giunta' }] };
    const under = approvalOf(opening([both, acknowledgement])).after(takes('certificazione', who.nucleo));
    const swapped = { ...both, who: both.who.toReversed() };
    expect(under.when(toVersion(2, [swapped, acknowledgement], who.giunta))).toMatchObject({
      facts: [{ lost: [{ what: 'votes' }] }],
    });
  });

  it('given what is lost, then neither who agreed nor who took it is kept', () => {
    expect(voted.after(toVersion(2, [certification, acknowledgement])).state).toMatchObject({
      agreed: {},
      took: { certificazione: ['u-nucleo'] },
    });
    const { agreed, took } = voted.after(toVersion(2, [verification, opinion, certification])).state;
    expect([Object.keys(agreed), took]).toEqual([['verifica'], { verifica: ['u-segretario'] }]);
  });

  it('given a step that agreed before its office became a party, then it is not asked anew', () => {
    const one = step('verifica');
    const agreed = approvalOf(opening([one, certification])).after(takes('verifica', who.segretario));
    const given = told(givenTo(agreed.state, 'segretario'), people);
    expect(given.when(toVersion(2, [one, certification, acknowledgement], who.giunta))).toHaveProperty('facts');
  });

  it('given somebody on the other side, when they choose the rules, then approval/own-report', () => {
    expect(voted.when(toVersion(2, [certification], who.head))).toMatchObject({ refusal: 'approval/own-report' });
  });

  it('for any two versions, what is not lost is still there, and what waits had not agreed', () => {
    const steps = fc
      .uniqueArray(fc.constantFrom(verification, certification, acknowledgement, opinion), { selector: ({ id }) => id })
      .filter((version) => version.some(({ id }) => id !== 'verifica'));
    fc.assert(
      fc.property(steps, (version) => {
        const outcome = voted.when(toVersion(2, version));
        const lost =
          'facts' in outcome ? outcome.facts.flatMap((fact) => (fact.kind === 'migrated' ? fact.lost : [])) : [];
        const { state } = voted.after(toVersion(2, version));
        const gone = lost.flatMap((one) => (one.what === 'step' ? [one.step] : []));
        expect([...state.passed, ...gone]).toEqual(['verifica']);
        const kept = state.opening.votes.length > 0;
        expect(kept).toBe(!lost.some(({ what }) => what === 'votes'));
        expect(kept).toBe(currentStep(state)?.id === 'certificazione');
      }),
    );
  });

  it('given a step whose only person took it, then it is not asked anew, and keeps whom it asked', () => {
    const one = step('verifica');
    const judged = approvalOf(opening([one, acknowledgement], { subject: 'evaluation' }));
    const agreed = judged.after(takes('verifica', who.segretario));
    const moved = agreed.after(toVersion(2, [one, opinion, acknowledgement], who.giunta));
    expect(moved.state).toMatchObject({
      passed: ['verifica'],
      panels: {
        verifica: { offices: ['segretario'], reroutedFrom: null },
        parere: { offices: ['vicesegretario'] },
        'presa-atto': { offices: ['giunta'] },
      },
    });
    expect(Object.keys(agreed.after(toVersion(2, [opinion, acknowledgement], who.giunta)).state.panels)).toEqual([
      'parere',
      'presa-atto',
    ]);
  });

  describe('while a delegation is in force on the step that waits', () => {
    const deputy = { id: 'u-x', office: 'segretario' };
    const member = { id: 'u-x', office: 'nucleo' };
    const standIns = [
      delegation('d-1', 'segretario', 'u-x'),
      delegation('d-2', 'nucleo', 'u-x', { holder: 'u-nucleo' }),
    ];
    const staff = { ...people, delegations: standIns };
    const delegated = approvalOf(opening(undefined, { staff }));
    const claimed = delegated.after([{ do: 'claim', step: 'verifica' }, deputy]);

    it('given the same step, then the claim of the delegate goes along, and they take it in the place of the holder', () => {
      const moved = toVersion(2, [verification, certification, opinion]);
      expect(claimed.when(moved)).toMatchObject({ facts: [{ lost: [] }] });
      expect(claimed.after(moved).when(takes('verifica', deputy))).toMatchObject({
        facts: [{ kind: 'voted', person: 'u-x', onBehalfOf: 'u-segretario' }, { kind: 'step-passed' }],
      });
    });

    it('given a step of another office, then the claim of the delegate is told as lost, and the step is not theirs', () => {
      const moved = toVersion(2, [{ ...verification, who: [{ office: 'giunta' }] }, certification]);
      expect(claimed.when(moved)).toHaveProperty('facts.0.lost', [
        { what: 'claim', step: 'verifica', persons: ['u-x'] },
      ]);
      expect(claimed.after(moved).when(takes('verifica', deputy))).toMatchObject({
        refusal: 'approval/not-your-step',
      });
    });

    it('given a vote in the place of a member, then it counts for that member after it, once, or is told as lost', () => {
      // whoever stands in for the Segretario too evaluates nothing
      const alone = { ...people, delegations: standIns.slice(1) };
      const under = approvalOf(opening([certification, acknowledgement], { staff: alone })).after(
        takes('certificazione', member),
      );
      const moved = under.after(toVersion(2, [certification, opinion, acknowledgement]));
      expect(moved.state.opening.votes).toMatchObject([{ person: 'u-x', office: 'nucleo' }]);
      const all = { ...certification, agreement: { kind: 'all', of: 'members' } } as const;
      expect(under.when(toVersion(2, [all, acknowledgement]))).toHaveProperty('facts.0.lost', [
        { what: 'votes', step: 'certificazione', persons: ['u-x'] },
      ]);
    });

    it('given a step that is gone, then neither the delegate nor the holder has taken any', () => {
      const review = step('riesame', { who: [{ office: 'segretario' }] });
      const taken = delegated.after(takes('verifica', deputy));
      expect(taken.state.took).toEqual({ verifica: ['u-x', 'u-segretario'] });
      const moved = taken.after(toVersion(2, [review, acknowledgement], who.giunta));
      expect(moved.state.took).toEqual({});
      expect(moved.when(takes('riesame', who.segretario))).toHaveProperty('facts');
    });

    it('given a version that wants other persons at the step that waits, then a vote of who took an earlier one is told as lost', () => {
      const first = step('istruttoria', { who: [{ office: 'giunta' }] });
      const anybody = { ...certification, who: [{ office: 'nucleo' }], independentOf: 'nobody' } as const;
      const both = { ...people, delegations: [...standIns.slice(1), delegation('d-3', 'giunta', 'u-x')] };
      const under = approvalOf(opening([first, anybody, acknowledgement], { staff: both }))
        .after(takes('istruttoria', { id: 'u-x', office: 'giunta' }))
        .after(takes('certificazione', member));
      expect(under.state.opening.votes).toMatchObject([{ person: 'u-x' }]);
      const others = { ...anybody, independentOf: 'earlier' } as const;
      expect(under.when(toVersion(2, [first, others, acknowledgement]))).toHaveProperty('facts.0.lost', [
        { what: 'votes', step: 'certificazione', persons: ['u-x'] },
      ]);
    });
  });
});
