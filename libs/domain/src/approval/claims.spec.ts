import { delegation, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import {
  approvalOf,
  folded,
  opening,
  people,
  step,
  takes,
  told as toldOf,
  verification,
  who,
  type Deed,
} from '../testing/approval.js';
import { timeOut } from './terms.js';
import { waitingAt } from './waiting.js';

const byNucleo = step('a', { who: [{ office: 'nucleo' }] });
const told = approvalOf(opening([byNucleo]));
const calendar = { patronDay: null };
const escalating = step('a', {
  who: [{ office: 'nucleo' }],
  term: { workingDays: 3 },
  onTimeout: [{ after: 1, do: 'escalate', to: { office: 'giunta' } }],
});
const claims = (by: Actor): Deed => [{ do: 'claim', step: 'a' }, by];
const releases = (by: Actor): Deed => [{ do: 'release', step: 'a' }, by];
const gives = (by: Actor, to: Actor, reason = 'assente fino a lunedì'): Deed => [
  { do: 'reassign', step: 'a', to, reason },
  by,
];

describe('seeing to a step', () => {
  it('given a step that somebody claimed, when another acts, then approval/claimed, until it is released', () => {
    const claimed = told.after(claims(who.nucleo));
    expect(claimed.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    expect(claimed.when(claims(who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    expect(claimed.when(takes('a', who.nucleo))).toHaveProperty('facts');
    expect(claimed.after(releases(who.nucleo)).when(takes('a', who.nucleo2))).toHaveProperty('facts');
  });

  it('given a step that is theirs already, when they claim it again, then nothing happens', () => {
    expect(told.after(claims(who.nucleo)).when(claims(who.nucleo))).toEqual({ facts: [] });
  });

  it('given a step that another claimed or nobody, when released, then approval/not-claimed', () => {
    expect(told.when(releases(who.nucleo))).toMatchObject({ refusal: 'approval/not-claimed' });
    expect(told.after(claims(who.nucleo)).when(releases(who.nucleo2))).toMatchObject({
      refusal: 'approval/not-claimed',
    });
  });

  it('given a claim, when the step is reassigned with a reason, then it is the other’s', () => {
    const given = told.after(claims(who.nucleo), gives(who.segretario, who.nucleo3));
    expect(given.state.opening.claims).toEqual([{ person: 'u-nucleo-3', office: 'nucleo' }]);
    expect(given.when(takes('a', who.nucleo))).toMatchObject({ refusal: 'approval/claimed' });
    expect(given.when(takes('a', who.nucleo3))).toHaveProperty('facts');
  });

  it('given somebody who may not take the step, when it is given to them, then approval/may-not-take', () => {
    expect(told.when(gives(who.segretario, who.vice))).toMatchObject({ refusal: 'approval/may-not-take' });
    expect(told.when(gives(who.segretario, who.nucleo2, ' '))).toMatchObject({ refusal: 'value/text-missing' });
  });

  it('given somebody on the other side, when they choose who judges them, then approval/own-report', () => {
    expect(told.when(gives(who.head, who.nucleo2))).toMatchObject({ refusal: 'approval/own-report' });
  });

  it('given a step where each member votes, then nobody claims it for the others', () => {
    const each = approvalOf(opening([{ ...byNucleo, agreement: { kind: 'quorum', count: 2 } }]));
    expect(each.when(claims(who.nucleo))).toMatchObject({ refusal: 'approval/each-votes' });
    expect(each.when(gives(who.segretario, who.nucleo))).toMatchObject({ refusal: 'approval/each-votes' });
  });

  it('given offices that each speak once, then a claim holds only its own office off, and one that spoke is not asked', () => {
    const both = step('a', {
      who: [{ office: 'nucleo' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    const claimed = approvalOf(opening([both])).after(claims(who.nucleo));
    expect(claimed.when(takes('a', who.giunta))).toHaveProperty('facts');
    expect(claimed.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    const spoken = claimed.after(takes('a', who.nucleo));
    expect(spoken.when(gives(who.segretario, who.nucleo2))).toMatchObject({ refusal: 'approval/already-voted' });
  });

  it('given somebody who has spoken for another office, then the step is not given to them for one more', () => {
    const both = step('a', {
      who: [{ office: 'nucleo' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    const staff = { ...people, tenures: [...people.tenures, tenure('u-nucleo', 'giunta')] };
    const spoken = approvalOf(opening([both], { staff })).after(takes('a', who.nucleo));
    expect(spoken.when(gives(who.segretario, { id: 'u-nucleo', office: 'giunta' }))).toMatchObject({
      refusal: 'approval/already-voted',
    });
    expect(spoken.when(gives(who.segretario, who.giunta))).toHaveProperty('facts');
  });

  it('given a claim of somebody who left, then it holds nobody off', () => {
    const without = { ...people, tenures: people.tenures.filter(({ person }) => person !== 'u-nucleo') };
    const later = told.after(claims(who.nucleo)).at('2023-01-23T08:00:00.000Z', without);
    expect(later.when(takes('a', who.nucleo2))).toHaveProperty('facts');
    expect(later.after(claims(who.nucleo2)).state.opening.claims).toEqual([{ person: 'u-nucleo-2', office: 'nucleo' }]);
  });

  it('given a claim of somebody who left, then nobody is told of it as if it held', () => {
    const without = { ...people, tenures: people.tenures.filter(({ person }) => person !== 'u-nucleo') };
    const { state } = told.after(claims(who.nucleo));
    expect(waitingAt(state, people, calendar)?.claims).toEqual([{ person: 'u-nucleo', office: 'nucleo' }]);
    expect(waitingAt(state, without, calendar)?.claims).toEqual([]);
  });

  it('given a claim of somebody in whose place another came to act, then it does not hold that one off, but the others', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-stand-in', { holder: 'u-nucleo' })] };
    const later = told.after(claims(who.nucleo)).at('2023-01-23T08:00:00.000Z', staff);
    const standIn = { id: 'u-stand-in', office: 'nucleo' };
    expect(later.when(takes('a', standIn))).toHaveProperty('facts');
    expect(later.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    expect(later.after(claims(standIn)).state.opening.claims).toEqual([{ person: 'u-stand-in', office: 'nucleo' }]);
    const another = told.after(claims(who.nucleo2)).at('2023-01-23T08:00:00.000Z', staff);
    expect(another.when(takes('a', standIn))).toMatchObject({ refusal: 'approval/claimed' });
  });

  it('given a claim of a delegate, then it does not hold off the member for whom they act, but a colleague', () => {
    const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-stand-in', { holder: 'u-nucleo' })] };
    const standIn = { id: 'u-stand-in', office: 'nucleo' };
    const claimed = approvalOf(opening([byNucleo], { staff })).after(claims(standIn));
    expect(claimed.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    expect(claimed.when(takes('a', who.nucleo))).toHaveProperty('facts');
    expect(claimed.after(claims(who.nucleo)).state.opening.claims).toEqual([{ person: 'u-nucleo', office: 'nucleo' }]);
  });

  it('given a claim of who has spoken, or in whose place another has, then it is told no more', () => {
    const both = step('a', {
      who: [{ office: 'nucleo' }, { office: 'giunta' }],
      agreement: { kind: 'all', of: 'offices' },
    });
    const staff = { ...people, delegations: [delegation('d-1', 'nucleo', 'u-stand-in', { holder: 'u-nucleo' })] };
    const claimed = approvalOf(opening([both], { staff })).after(claims(who.nucleo));
    expect(waitingAt(claimed.state, staff, calendar)?.claims).toHaveLength(1);
    for (const by of [who.nucleo, { id: 'u-stand-in', office: 'nucleo' }]) {
      expect(waitingAt(claimed.after(takes('a', by)).state, staff, calendar)?.claims).toEqual([]);
    }
  });

  it('given a claim of who let the term pass, then whom the step was escalated to is not held off, nor is the other by theirs', () => {
    const timed = approvalOf(opening([escalating]));
    const { state } = timed.after(claims(who.nucleo));
    const at = '2023-01-27T09:00:00.000Z';
    const escalated = toldOf(folded(state, timeOut(state, people, at, calendar)), people, at);
    expect(escalated.when(takes('a', who.giunta))).toHaveProperty('facts');
    expect(escalated.when(takes('a', who.nucleo2))).toMatchObject({ refusal: 'approval/claimed' });
    expect(escalated.after(claims(who.giunta)).when(takes('a', who.nucleo))).toHaveProperty('facts');
  });

  it('given a claim of who was substituted, then their substitute acts and the claim is told no more', () => {
    const onTimeout = [{ after: 1, do: 'substitute', by: { office: 'giunta' } }] as const;
    const { state } = approvalOf(opening([{ ...escalating, onTimeout }])).after(claims(who.nucleo));
    const at = '2023-01-27T09:00:00.000Z';
    const substituted = toldOf(folded(state, timeOut(state, people, at, calendar)), people, at);
    expect(substituted.when(takes('a', who.giunta))).toHaveProperty('facts');
    expect(waitingAt(substituted.state, people, calendar)?.claims).toEqual([]);
  });

  it('given a step that was escalated and then substituted, then the claim of one of those called holds off its own office alone', () => {
    const onTimeout = [
      { after: 1, do: 'escalate', to: { office: 'giunta' } },
      { after: 2, do: 'substitute', by: { office: 'vicesegretario' } },
    ] as const;
    const { state } = approvalOf(opening([{ ...escalating, onTimeout }]));
    const at = '2023-01-30T09:00:00.000Z';
    const called = toldOf(folded(state, timeOut(state, people, at, calendar)), people, at);
    expect(called.after(claims(who.vice)).when(takes('a', who.giunta))).toHaveProperty('facts');
    expect(called.after(claims(who.giunta)).when(takes('a', who.vice))).toHaveProperty('facts');
    const both = called.after(claims(who.giunta), claims(who.vice));
    expect(waitingAt(both.state, people, calendar)?.claims).toHaveLength(2);
  });

  it('given a step that passed, then its claims are over', () => {
    const next = approvalOf(opening([byNucleo, verification])).after(claims(who.nucleo), takes('a', who.nucleo));
    expect(next.state.opening).toMatchObject({ number: 2, claims: [], votes: [] });
  });
});
