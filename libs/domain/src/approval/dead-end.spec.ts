import { ACT_OF_GIUNTA, approvalOf, opening, people, step, takes, who } from '../testing/approval.js';
import { parties, tenure } from '../testing/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { deadEndOf, openedByAnother } from './dead-end.js';

const office = (id: string) => ({ office: id });
/** Of a run or an evaluation: who takes one step takes no other. */
const setOut = (steps: readonly StepDefinition[], of: Parameters<typeof opening>[1] = {}) =>
  approvalOf(opening(steps, { subject: 'premium-run', parties: parties(), ...of })).state;
const endOf = (...steps: readonly StepDefinition[]) => deadEndOf(setOut(steps), people);
const members = { agreement: { kind: 'all', of: 'members' } } as const;
const quorum = (count: number) => ({ agreement: { kind: 'quorum', count } }) as const;

describe('the step at which an approval that sets out could go no further', () => {
  it('given persons for each step, then there is none, in whatever order they would have to be shared out', () => {
    const either = step('a', { who: [office('segretario'), office('vicesegretario')] });
    expect(endOf(either, step('b', { who: [office('segretario')] }))).toBeNull();
    expect(endOf(either, step('b', { who: [office('vicesegretario')] }))).toBeNull();
    expect(
      endOf(step('a', { who: [office('nucleo')] }), step('b', { who: [office('nucleo')], ...quorum(2) })),
    ).toBeNull();
  });

  it('given one person for two steps, then the later one is told, with who they are and what they would have taken', () => {
    expect(endOf(step('a'), step('b'))).toEqual({
      step: 'b',
      offices: ['segretario'],
      persons: ['u-segretario'],
      taken: ['a'],
      rule: 'four-eyes',
    });
  });

  it('given several at a step, then as many as have to agree are missing later, and no more', () => {
    const nucleo = { who: [office('nucleo')] };
    expect(endOf(step('a', { ...nucleo, ...quorum(2) }), step('b', nucleo))).toBeNull();
    expect(endOf(step('a', { ...nucleo, ...quorum(2) }), step('b', { ...nucleo, ...quorum(2) }))).toMatchObject({
      step: 'b',
      offices: ['nucleo'],
      taken: ['a'],
    });
    expect(endOf(step('a', { ...nucleo, ...members }), step('b', nucleo))).toMatchObject({ step: 'b' });
    const each = { who: [office('segretario'), office('nucleo')], agreement: { kind: 'all', of: 'offices' } } as const;
    expect(endOf(step('a', each), step('b', nucleo))).toBeNull();
    expect(endOf(step('a', each), step('b'))).toMatchObject({ step: 'b', persons: ['u-segretario'] });
    const weights = { segretario: 2, vicesegretario: 1, giunta: 1 };
    const weighed = (threshold: number) => ({
      who: Object.keys(weights).map(office),
      agreement: { kind: 'weighted', threshold, weights } as const,
    });
    expect(endOf(step('a', weighed(2)), step('b'))).toBeNull();
    expect(endOf(step('a', weighed(3)), step('b'))).toMatchObject({ step: 'b' });
  });

  it('given several ways, of which one goes further than another, then the end of that one is told', () => {
    const first = step('a', { who: [office('segretario'), office('vicesegretario')] });
    const last = step('c', { who: [office('vicesegretario')] });
    expect(endOf(first, step('b'), last)).toMatchObject({ step: 'c', persons: ['u-vice'], taken: ['a'] });
    expect(endOf({ ...first, who: first.who.toReversed() }, step('b'), last)).toMatchObject({ step: 'c' });
  });

  it('given a step that nobody could agree to together, then that one', () => {
    const both = step('a', { who: [office('segretario'), office('vicesegretario')], ...quorum(2) });
    const alone = {
      ...people,
      tenures: people.tenures.map((one) =>
        one.office === 'vicesegretario' ? tenure('u-segretario', 'vicesegretario') : one,
      ),
    };
    expect(deadEndOf(setOut([both], { staff: alone }), alone)).toEqual({
      step: 'a',
      offices: ['segretario', 'vicesegretario'],
      persons: ['u-segretario'],
      taken: [],
      rule: null,
    });
    expect(endOf(both)).toBeNull();
  });

  it('given an office that nobody holds, then it is waited for, and who else would take the step is free for the next', () => {
    const vacant = { ...people, tenures: people.tenures.filter((one) => one.office !== 'vicesegretario') };
    const either = step('a', { who: [office('segretario'), office('vicesegretario')] });
    expect(deadEndOf(setOut([either, step('b')], { staff: vacant }), vacant)).toBeNull();
    expect(
      deadEndOf(setOut([step('a', { who: [office('vicesegretario')] }), step('b')], { staff: vacant }), vacant),
    ).toBeNull();
  });

  it('given whom a time-out calls, or a silence that passes the step, then they may take it, and nobody has to', () => {
    const term = { term: { workingDays: 5 } };
    const calling = (action: StepDefinition['onTimeout'][number]) => step('b', { ...term, onTimeout: [action] });
    expect(endOf(step('a'), calling({ after: 1, do: 'remind' }))).toMatchObject({ step: 'b' });
    expect(endOf(step('a'), calling({ after: 1, do: 'escalate', to: office('giunta') }))).toBeNull();
    expect(endOf(step('a'), calling({ after: 1, do: 'substitute', by: office('giunta') }))).toBeNull();
    expect(
      endOf(step('a'), calling({ after: 1, do: 'approve-silently' }), step('c', { who: [office('giunta')] })),
    ).toBeNull();
    const byAct = { ...calling({ after: 1, do: 'approve-silently' }), act: { kinds: ['DGC'] } };
    expect(endOf(step('a'), byAct)).toMatchObject({ step: 'b' });
  });

  it('given what was said already, then from there on', () => {
    const pair = step('a', { who: [office('segretario'), office('vicesegretario')], ...quorum(1) });
    const begun = approvalOf(opening([pair, step('b')], { subject: 'premium-run', parties: parties() }));
    expect(deadEndOf(begun.after(takes('a', who.vice)).state, people)).toBeNull();
    expect(deadEndOf(begun.after(takes('a', who.segretario)).state, people)).toMatchObject({ step: 'b' });
    const two = { ...pair, ...quorum(2) };
    const half = approvalOf(opening([two, step('b')], { subject: 'premium-run', parties: parties() }));
    expect(deadEndOf(half.after(takes('a', who.vice)).state, people)).toMatchObject({ step: 'b' });
    const over = approvalOf(
      opening([step('a', { act: { kinds: ['DGC'] } })], { subject: 'premium-run', parties: parties() }),
    );
    expect(deadEndOf(over.after(takes('a', who.segretario, { act: ACT_OF_GIUNTA })).state, people)).toBeNull();
  });

  it('given more ways than anybody could look through, then it goes on as if one led through', () => {
    const crowd = Array.from({ length: 24 }, (_, at) => tenure(`u-${at}`, 'consiglio'));
    const staff = { ...people, tenures: [...people.tenures, ...crowd] };
    const half = (id: string) => step(id, { who: [office('consiglio')], ...quorum(13) });
    expect(deadEndOf(setOut([half('a'), half('b')], { staff }), staff)).toBeNull();
    const all = (id: string) => step(id, { who: [office('consiglio')], ...members });
    expect(deadEndOf(setOut([all('a'), all('b')], { staff }), staff)).toMatchObject({ step: 'b' });
  });

  it('given an end, then another holder of which offices would lead on', () => {
    const either = step('b', { substitute: office('giunta') });
    const sides = parties({ offices: ['giunta'] });
    expect(openedByAnother(setOut([step('a'), either], { parties: sides }), people)).toEqual(['segretario']);
    expect(openedByAnother(setOut([step('a'), step('b'), step('c')]), people)).toEqual([]);
  });
});
