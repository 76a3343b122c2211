import fc from 'fast-check';
import type { TimeoutAction } from '../workflow/chain-definition.js';
import { approvalOf, folded, opening, people, step, takes, told as toldBy, who } from '../testing/approval.js';
import { parties } from '../testing/staff.js';
import type { Approval } from './approval.js';
import { rungsAhead, termOf, timeOut } from './terms.js';

const calendar = { patronDay: null };
const onTimeout: readonly TimeoutAction[] = [
  { after: 0, do: 'remind' },
  { after: 2, do: 'escalate', to: { office: 'giunta' } },
  { after: 5, do: 'substitute', by: { office: 'vicesegretario' } },
];
// Opened on Friday 20 January 2023: three working days end on Wednesday the 25th.
const timed = step('a', { term: { workingDays: 3 }, onTimeout });
const told = approvalOf(opening([timed]));
const on = (day: string, { state } = told) => timeOut(state, people, `2023-01-${day}T09:00:00.000Z`, calendar);

describe('the term of a step', () => {
  it('given working days, then weekends, holidays and the patron’s day do not count', () => {
    expect(termOf(told.state, calendar)).toBe('2023-01-25');
    expect(termOf(told.state, { patronDay: '01-24' })).toBe('2023-01-26');
    expect(termOf(approvalOf(opening([step('a')])).state, calendar)).toBeNull();
  });

  it('given the ladder, then each rung has its day', () => {
    expect(rungsAhead(told.state, calendar).map(({ action, on: day }) => [action.do, day])).toEqual([
      ['remind', '2023-01-25'],
      ['escalate', '2023-01-27'],
      ['substitute', '2023-02-01'],
    ]);
  });

  it.each([
    ['approve-silently', { after: 0, do: 'approve-silently' }],
    ['escalate', { after: 0, do: 'escalate', to: { office: 'giunta' } }],
    ['substitute', { after: 0, do: 'substitute', by: { office: 'vicesegretario' } }],
  ] as const)('given %s right at the end of a term, then its last day is over before', (_, action) => {
    const ending = approvalOf(opening([step('a', { ...timed, onTimeout: [action] }), step('b')]));
    expect(rungsAhead(ending.state, calendar)).toMatchObject([{ on: '2023-01-26' }]);
    expect(on('25', ending)).toEqual([]);
    expect(timeOut(ending.state, people, '2023-01-25T22:59:59.000Z', calendar)).toEqual([]);
    expect(timeOut(ending.state, people, '2023-01-25T23:00:00.000Z', calendar)).not.toEqual([]);
  });

  it('given that nobody acts, when the day comes, then who must act is reminded, once', () => {
    expect(on('24')).toEqual([]);
    expect(on('25')).toMatchObject([{ kind: 'reminded', step: 'a', opening: 1, rung: 0, offices: ['segretario'] }]);
    const reminded = { state: folded(told.state, on('25')) };
    expect(timeOut(reminded.state, people, '2023-01-26T09:00:00.000Z', calendar)).toEqual([]);
  });

  it('given an escalation, then both may act, and who it went to decides', () => {
    const escalated = on('27');
    expect(escalated).toMatchObject([{ kind: 'reminded' }, { kind: 'escalated', rung: 1, offices: ['giunta'] }]);
    const state = folded(told.state, escalated);
    expect(state.opening.escalatedTo).toEqual(['giunta']);
    for (const by of [who.segretario, who.giunta]) {
      expect(of(state).when(takes('a', by))).toMatchObject({ facts: [{ kind: 'voted' }, { kind: 'step-passed' }, {}] });
    }
  });

  it('given offices that follow one another, then the one whose turn it is is reminded and told silent, none of those after', () => {
    const inOrder = step('a', {
      ...timed,
      who: [{ office: 'segretario' }, { office: 'nucleo' }],
      agreement: { kind: 'all', of: 'offices' },
      order: 'in-order',
    });
    const first = approvalOf(opening([inOrder]));
    const asked = [
      { kind: 'reminded', offices: ['segretario'] },
      { kind: 'escalated', silent: ['segretario'] },
    ];
    expect(on('27', first)).toMatchObject(asked);
    const second = approvalOf(opening([inOrder])).after(takes('a', who.segretario));
    expect(on('25', second)).toMatchObject([{ kind: 'reminded', offices: ['nucleo'] }]);
  });

  it('given a substitute in the place of who was silent, then only they decide', () => {
    const state = folded(told.state, timeOut(told.state, people, '2023-02-01T09:00:00.000Z', calendar));
    expect(of(state).when(takes('a', who.segretario))).toMatchObject({ refusal: 'approval/not-your-step' });
    expect(of(state).when(takes('a', who.vice))).toHaveProperty('facts');
  });

  it('given whom a time-out called, then it is kept of their word that they decided for those who were silent', () => {
    const after = (day: string) => folded(told.state, timeOut(told.state, people, `${day}T09:00:00.000Z`, calendar));
    const calledAt = (state: Approval, by: Parameters<typeof takes>[1]) =>
      of(state).after(takes('a', by)).state.agreed['a'];
    expect(calledAt(after('2023-02-01'), who.vice)).toMatchObject([{ office: 'vicesegretario', called: 'instead' }]);
    expect(calledAt(after('2023-01-27'), who.giunta)).toMatchObject([{ office: 'giunta', called: 'beside' }]);
    const [own] = calledAt(after('2023-01-27'), who.segretario) ?? [];
    expect(own).not.toHaveProperty('called');
  });

  it('given an escalation to somebody on the other side, then it is done and calls nobody', () => {
    const own = approvalOf(opening([timed], { parties: parties({ offices: ['giunta'] }) }));
    expect(on('27', own)).toMatchObject([{ kind: 'reminded' }, { kind: 'escalated', offices: [] }]);
  });

  it.each(['escalate', 'substitute'] as const)(
    'given a quorum, when a time-out would %s to one of those who are asked, then nobody is called, and it is told',
    (what) => {
      const nucleo = { office: 'nucleo' };
      const ladder: readonly TimeoutAction[] = [
        what === 'escalate' ? { after: 1, do: what, to: nucleo } : { after: 1, do: what, by: nucleo },
      ];
      const certified = step('a', {
        ...timed,
        who: [nucleo],
        agreement: { kind: 'quorum', count: 2 },
        onTimeout: ladder,
      });
      const facts = on('27', approvalOf(opening([certified])));
      expect(facts).toMatchObject([{ kind: `${what}d`, offices: [], already: ['nucleo'] }]);
      const after = of(folded(approvalOf(opening([certified])).state, facts)).after(takes('a', who.nucleo));
      expect(after.state).toMatchObject({ status: 'open', passed: [] });
      expect(after.when(takes('a', who.nucleo2))).toMatchObject({
        facts: [{ kind: 'voted' }, {}, { kind: 'approved' }],
      });
    },
  );

  it('given an escalation to several, one of whom is asked already, then only the others are called', () => {
    const both = step('a', {
      who: [{ office: 'segretario' }, { office: 'nucleo' }],
      agreement: { kind: 'all', of: 'offices' },
      term: { workingDays: 3 },
      onTimeout: [{ after: 1, do: 'escalate', to: { role: 'capo' } }],
    });
    const heads = ['segretario', 'giunta'].map((office) => ({
      ...people.tenures.find((held) => held.office === office)!,
      roles: ['capo'],
    }));
    const others = people.tenures.filter(({ office }) => !['segretario', 'giunta'].includes(office));
    const withHeads = { ...people, tenures: [...others, ...heads] };
    const { state } = approvalOf(opening([both], { staff: withHeads }));
    expect(timeOut(state, withHeads, '2023-01-27T09:00:00.000Z', calendar)).toMatchObject([
      { kind: 'escalated', offices: ['giunta'], already: ['segretario'] },
    ]);
  });

  describe('whose substitute speaks for who is barred, beside others', () => {
    const weighed = step('a', {
      ...timed,
      who: [{ office: 'segretario' }, { office: 'nucleo' }, { office: 'giunta' }],
      agreement: { kind: 'weighted', weights: { segretario: 2, nucleo: 1, giunta: 1 }, threshold: 3 },
      substitute: { office: 'vicesegretario' },
      onTimeout: [{ after: 1, do: 'substitute', by: { office: 'vicesegretario' } }],
    });
    const barred = { parties: parties({ offices: ['segretario'] }) };

    it('given that the others are silent, then the time-out calls them all the same, and they decide alone', () => {
      const own = approvalOf(opening([weighed], barred));
      const facts = on('27', own);
      expect(facts).toMatchObject([{ kind: 'substituted', offices: ['vicesegretario'], silent: expect.any(Array) }]);
      expect(facts[0]).not.toHaveProperty('already');
      expect(of(folded(own.state, facts)).when(takes('a', who.vice))).toMatchObject({
        facts: [{ kind: 'voted' }, { kind: 'step-passed' }, { kind: 'approved' }],
      });
    });

    it('given that they have a place of their own there, then they are not called once more', () => {
      const fourth = { ...weighed, who: [...weighed.who, { office: 'vicesegretario' }] };
      const weights = { segretario: 1, nucleo: 1, giunta: 1, vicesegretario: 1 };
      const own = { ...fourth, agreement: { kind: 'weighted', weights, threshold: 3 } } as const;
      expect(on('27', approvalOf(opening([own], barred)))).toMatchObject([
        { offices: [], already: ['vicesegretario'] },
      ]);
    });
  });

  it('given a second escalation to who decides already, then they are called once more: of those who must agree they are none', () => {
    const again: readonly TimeoutAction[] = [1, 3].map((after) => ({
      after,
      do: 'escalate',
      to: { office: 'giunta' },
    }));
    const { state } = approvalOf(opening([step('a', { ...timed, onTimeout: again })]));
    const facts = timeOut(state, people, '2023-01-31T09:00:00.000Z', calendar);
    expect(facts).toMatchObject([
      { kind: 'escalated', rung: 0, offices: ['giunta'] },
      { kind: 'escalated', rung: 1, offices: ['giunta'] },
    ]);
    expect(facts[1]).not.toHaveProperty('already');
  });

  it('given silence that approves, then only after the term, and the next step has a term of its own', () => {
    const silent = step('a', { term: { workingDays: 3 }, onTimeout: [{ after: 0, do: 'approve-silently' }] });
    const two = approvalOf(opening([silent, { ...timed, id: 'b' }]));
    expect(on('25', two)).toEqual([]);
    expect(on('26', two)).toMatchObject([
      { kind: 'approved-silently', step: 'a', rung: 0 },
      { kind: 'step-passed', step: 'a', office: null, final: false },
    ]);
    const next = folded(two.state, on('26', two));
    expect(termOf(next, calendar)).toBe('2023-01-31');
    expect(rungsAhead(next, calendar)).toHaveLength(3);
  });

  it('given silence that approves while some have spoken, then when it did and who was silent is kept', () => {
    const silent = step('a', {
      who: [{ office: 'segretario' }, { office: 'nucleo' }],
      agreement: { kind: 'all', of: 'offices' },
      term: { workingDays: 3 },
      onTimeout: [{ after: 0, do: 'approve-silently' }],
    });
    const spoken = approvalOf(opening([silent, step('b')])).after(takes('a', who.segretario));
    const { agreed, silences } = folded(spoken.state, on('26', spoken));
    expect(agreed['a']).toMatchObject([{ person: 'u-segretario' }]);
    expect(silences).toEqual({ a: { at: '2023-01-26T09:00:00.000Z', offices: ['nucleo'] } });
    expect(spoken.after(takes('a', who.nucleo)).state).not.toHaveProperty('silences');
  });

  it('given a step that needs its act, then silence never passes it', () => {
    const silent = step('a', {
      term: { workingDays: 1 },
      onTimeout: [{ after: 1, do: 'approve-silently' }],
      act: { kinds: ['DGC'] },
    });
    expect(on('31', approvalOf(opening([silent])))).toEqual([]);
  });

  it.each(['plan', 'objective', 'justification', 'variation'] as const)(
    'given a %s, then silence passes a step of it, never the last word',
    (subject) => {
      const silent = step('a', { term: { workingDays: 1 }, onTimeout: [{ after: 1, do: 'approve-silently' }] });
      expect(on('31', approvalOf(opening([silent], { subject })))).toEqual([]);
      expect(on('31', approvalOf(opening([silent, step('b')], { subject })))).not.toEqual([]);
    },
  );

  it('given a report, then silence says the last word where its chain lets it', () => {
    const silent = step('a', { term: { workingDays: 1 }, onTimeout: [{ after: 1, do: 'approve-silently' }] });
    expect(on('31', approvalOf(opening([silent])))).toMatchObject([{}, { final: true }, { kind: 'approved' }]);
  });

  it('given silence that approves, then what else was due belonged to the step that is over', () => {
    const onSilence: readonly TimeoutAction[] = [
      { after: 1, do: 'approve-silently' },
      { after: 1, do: 'remind' },
    ];
    const silent = step('a', { term: { workingDays: 3 }, onTimeout: onSilence });
    expect(on('26', approvalOf(opening([silent, step('b')])))).toMatchObject([
      { kind: 'approved-silently', step: 'a' },
      { kind: 'step-passed', step: 'a' },
    ]);
  });

  it('given a ladder in no order, then its rungs come by their days, those of one day as they are written', () => {
    const unsorted: readonly TimeoutAction[] = [5, 0, 2, 0].map((after) => ({ after, do: 'remind' }));
    const { state } = approvalOf(opening([step('a', { term: { workingDays: 3 }, onTimeout: unsorted })]));
    expect(rungsAhead(state, calendar).map(({ rung }) => rung)).toEqual([1, 3, 2, 0]);
  });

  it('given offices of which some have spoken, then the others are reminded, also one that nobody holds', () => {
    const all = (of: 'offices' | 'members') =>
      step('a', {
        ...timed,
        who: ['segretario', 'nucleo', 'giunta'].map((office) => ({ office })),
        agreement: { kind: 'all', of },
      });
    const vacant = { ...people, tenures: people.tenures.filter(({ office }) => office !== 'giunta') };
    const reminded = ({ state }: typeof told) => timeOut(state, vacant, '2023-01-25T09:00:00.000Z', calendar);
    const spoken = approvalOf(opening([all('offices')])).after(takes('a', who.segretario));
    expect(reminded(spoken)).toMatchObject([{ kind: 'reminded', offices: ['nucleo', 'giunta'] }]);
    const some = approvalOf(opening([all('members')])).after(takes('a', who.segretario), takes('a', who.nucleo));
    expect(reminded(some)).toMatchObject([{ kind: 'reminded', offices: ['nucleo', 'giunta'] }]);
  });

  it('given an escalation to who is not asked yet, then there is nobody to tell as called already', () => {
    expect(on('27')[1]).not.toHaveProperty('already');
  });

  it('given a step that passed, when its alarm rings late, then nothing happens', () => {
    const passed = approvalOf(opening([timed, step('b')])).after(takes('a', who.segretario));
    expect(on('31', passed)).toEqual([]);
  });

  it('for any days on which alarms ring, each rung is carried out once, in order, and as often asked nothing more', () => {
    const rung = fc.record({
      after: fc.integer({ min: -2, max: 8 }),
      do: fc.constantFrom('remind', 'escalate', 'substitute'),
    });
    const ladder = fc
      .array(rung, { maxLength: 5 })
      .map((rungs) =>
        rungs.map(({ after, do: what }): TimeoutAction =>
          what === 'remind'
            ? { after, do: what }
            : what === 'escalate'
              ? { after, do: what, to: { office: 'giunta' } }
              : { after, do: 'substitute', by: { office: 'vicesegretario' } },
        ),
      );
    fc.assert(
      fc.property(ladder, fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 8 }), (rungs, days) => {
        let { state } = approvalOf(opening([{ ...timed, onTimeout: rungs }]));
        const done: number[] = [];
        for (const day of days.toSorted((a, b) => a - b)) {
          const at = `2023-02-${String(day).padStart(2, '0')}T07:00:00.000Z`;
          const facts = timeOut(state, people, at, calendar);
          done.push(...facts.flatMap((fact) => ('rung' in fact ? [fact.rung] : [])));
          state = folded(state, facts);
          expect(timeOut(state, people, at, calendar)).toEqual([]);
        }
        expect(new Set(done).size).toBe(done.length);
        expect(state.opening.rungs).toEqual(done);
        expect(state.status).toBe('open');
      }),
    );
  });
});

const of = (state: Approval) => toldBy(state, people, '2023-02-01T10:00:00.000Z');
