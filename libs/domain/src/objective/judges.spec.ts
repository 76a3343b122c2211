import type { Staff } from '../organisation/staff.js';
import { acknowledge, after, approve, assign, define, report, submit, upTo } from '../testing/commands.js';
import { chain, head, judging as decides, nucleo, SECRETARY, segretario, vice } from '../testing/example.js';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { forgoneBy } from './judges.js';

const chains = { rendicontazione: chain, justification: decides };
const member: Actor = { id: 'u-member', office: nucleo.office };
const withMember: Staff = { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure(member.id, member.office)] };
const judgedBy = (staff: Staff) => ({ judging: { chains, staff } });
const lentTo = (person: Actor, office: string): Staff => ({
  ...withMember,
  delegations: [delegation('d-1', office, person.id, { holder: `u-${office}` })],
});

/** A share that its office has acknowledged. */
const taken = after(...upTo.acknowledged);
const theirs = { shareId: SECRETARY, by: { ...segretario, id: vice.id }, indicatorId: null };
const own = { shareId: SECRETARY, by: segretario };
const ofSegretario = after(define(), assign({ ...own, office: segretario.office }), acknowledge(own));

const givenUp = (person: Actor, staff: Staff, { state } = taken) => {
  const [share] = state.shares.filter(({ office }) => office !== null);
  if (share === undefined) throw new Error('nobody has a share');
  return forgoneBy(person.id, share, state, { chains, staff }).map(({ step, office, others }) => [
    step,
    office,
    others,
  ]);
};

describe('what somebody gives up by working on a share for its office', () => {
  it('given the Segretario, then they are told the steps that are theirs no more, and who takes them', () => {
    expect(givenUp(segretario, exampleStaff)).toEqual([
      ['verifica', 'segretario', ['vicesegretario']],
      ['proposta', 'segretario', ['vicesegretario']],
    ]);
  });

  it('given whoever stands in for the Segretario on a share of theirs, then nobody is left', () => {
    expect(givenUp(vice, exampleStaff, ofSegretario)).toEqual([
      ['verifica', 'vicesegretario', []],
      ['proposta', 'vicesegretario', []],
    ]);
  });

  it('given several of an office, then the others of it take the step', () => {
    expect(givenUp(member, withMember)).toEqual([
      ['certificazione', 'nucleo', ['nucleo']],
      ['decisione', 'nucleo', ['nucleo']],
    ]);
  });

  it('given a delegate of its office, whom that keeps from its steps today, then they are told: it ends, and this does not', () => {
    const staff = lentTo(member, head.office);
    expect(givenUp(member, staff)).toEqual(givenUp(member, withMember));
  });

  it('given whoever holds its office, or has no step of it, then nothing', () => {
    expect(givenUp(head, exampleStaff)).toEqual([]);
    expect(givenUp(vice, exampleStaff)).toEqual([]);
  });

  it('given work of before, then nothing more', () => {
    const worked = after(...upTo.acknowledged, report({ by: { ...head, id: member.id } }));
    expect(givenUp(member, withMember, worked)).toEqual([]);
  });

  it('given a report under way, then of its steps those ahead', () => {
    const verified = after(...upTo.acknowledged, submit(), approve());
    expect(givenUp(segretario, exampleStaff, verified)).toEqual([['proposta', 'segretario', ['vicesegretario']]]);
    expect(givenUp(member, withMember, verified)[0]).toEqual(['certificazione', 'nucleo', ['nucleo']]);
  });
});

describe('the last who could judge a share', () => {
  const last = { refusal: 'objective/last-judge' };

  it('given whoever stands in for the Segretario, when they type for a share of theirs, then they are told before', () => {
    const facts = { share: SECRETARY, step: 'verifica', office: 'vicesegretario' };
    expect(ofSegretario.when(report({ ...theirs, ...judgedBy(exampleStaff) }))).toMatchObject({ ...last, facts });
  });

  it('given that they know, then they may', () => {
    const knowing = { ...theirs, ...judgedBy(exampleStaff), knowingly: true };
    expect(ofSegretario.when(report(knowing))).toHaveProperty('events');
  });

  it('given another who could, or who answers for it, then nobody is asked', () => {
    expect(taken.when(report({ by: { ...head, id: segretario.id }, ...judgedBy(exampleStaff) }))).toHaveProperty(
      'events',
    );
    expect(ofSegretario.when(report({ ...theirs, by: segretario, ...judgedBy(exampleStaff) }))).toHaveProperty(
      'events',
    );
    expect(taken.when(report({ by: { ...head, id: nucleo.id }, ...judgedBy(exampleStaff) }))).toMatchObject(last);
    expect(taken.when(report({ by: { ...head, id: nucleo.id }, ...judgedBy(withMember) }))).toHaveProperty('events');
  });

  it('given a command that does not say who would judge, then it is as it was', () => {
    expect(ofSegretario.when(report(theirs))).toHaveProperty('events');
  });
});
