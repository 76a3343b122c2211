import fc from 'fast-check';
import type { Staff } from '../organisation/staff.js';
import type { Agreement } from '../workflow/chain-definition.js';
import {
  approvalOf,
  folded,
  opening,
  orRefusal,
  people,
  step,
  takes,
  told,
  who,
  type Deed,
} from '../testing/approval.js';
import { tenure } from '../testing/staff.js';
import { asksSeveral } from './agreement.js';
import type { Approval } from './approval.js';
import { openApproval } from './open.js';
import { timeOut } from './terms.js';
import { waitingAt } from './waiting.js';

const nucleoAndGiunta = [{ office: 'nucleo' }, { office: 'giunta' }];

function stepOf(agreement: Agreement, order: 'parallel' | 'in-order' = 'parallel') {
  return approvalOf(opening([step('a', { who: nucleoAndGiunta, agreement, order })]));
}

const passes = { facts: [{ kind: 'voted' }, { kind: 'step-passed' }, { kind: 'approved' }] };
const waits = { facts: [{ kind: 'voted' }] };
const votes = (by: (typeof who)[keyof typeof who]): Deed => takes('a', by);

describe('how many must agree', () => {
  it('given one, when somebody agrees, then the step passes', () => {
    expect(stepOf({ kind: 'one' }).when(votes(who.nucleo2))).toMatchObject(passes);
  });

  it('given all offices, when one person of each has agreed, then the step passes', () => {
    const all = stepOf({ kind: 'all', of: 'offices' });
    expect(all.when(votes(who.giunta))).toMatchObject(waits);
    expect(all.after(votes(who.giunta)).when(votes(who.nucleo3))).toMatchObject(passes);
  });

  it('given all members, when everyone who holds an office has agreed, then the step passes', () => {
    const most = stepOf({ kind: 'all', of: 'members' }).after(votes(who.nucleo), votes(who.nucleo2), votes(who.giunta));
    expect(most.state.status).toBe('open');
    expect(most.when(votes(who.nucleo3))).toMatchObject(passes);
  });

  it('given all members of two offices, one of which nobody holds, then it waits for that one, unless its last has spoken', () => {
    const without = (office: string): Staff => ({
      ...people,
      tenures: people.tenures.filter((held) => held.office !== office),
    });
    const { state } = stepOf({ kind: 'all', of: 'members' });
    const vacant = told(state, without('nucleo'));
    expect(vacant.when(votes(who.giunta))).toMatchObject(waits);
    expect(waitingAt(vacant.after(votes(who.giunta)).state, without('nucleo'), { patronDay: null })).toMatchObject({
      stuck: 'vacant',
      who: [{ office: 'nucleo', persons: [] }],
    });
    const spoken = told(state, people).after(votes(who.giunta)).state;
    const left = told(spoken, without('giunta')).after(votes(who.nucleo), votes(who.nucleo2));
    expect(left.when(votes(who.nucleo3))).toMatchObject(passes);
  });

  it('given a quorum, when so many persons have agreed, then the step passes', () => {
    const quorum = stepOf({ kind: 'quorum', count: 2 });
    expect(quorum.when(votes(who.nucleo))).toMatchObject(waits);
    expect(quorum.after(votes(who.nucleo)).when(votes(who.nucleo2))).toMatchObject(passes);
  });

  it('given weights, when those who agreed weigh enough, then the step passes', () => {
    const weighted = stepOf({ kind: 'weighted', threshold: 3, weights: { nucleo: 2, giunta: 1 } });
    expect(weighted.when(votes(who.nucleo))).toMatchObject(waits);
    expect(weighted.after(votes(who.nucleo)).when(votes(who.giunta))).toMatchObject(passes);
  });

  it('given weights, when a substitute agrees, then it weighs as the office whose place it takes', () => {
    const agreement = { kind: 'weighted', threshold: 3, weights: { segretario: 2, giunta: 1 } } as const;
    const told = approvalOf(
      opening(
        [
          step('a', {
            who: [{ office: 'segretario' }, { office: 'giunta' }],
            agreement,
            substitute: { office: 'vicesegretario' },
          }),
        ],
        { parties: { authors: [], offices: ['segretario'], scored: [], beneficiaries: [] } },
      ),
    ).after(votes(who.giunta));
    expect(told.when(votes(who.vice))).toMatchObject(passes);
  });

  it('for any weights and whoever is barred, the step passes by those who are left and the substitute, each weight once', () => {
    const offices = ['segretario', 'giunta', 'nucleo'] as const;
    const weight = fc.integer({ min: 1, max: 4 });
    const weights = fc.record({ segretario: weight, giunta: weight, nucleo: weight });
    const some = fc.subarray([...offices], { minLength: 1 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), some, (weighs, part, out) => {
        const sum = (of: readonly string[]) =>
          of.reduce((all, office) => all + weighs[office as (typeof offices)[number]], 0);
        const threshold = Math.max(1, Math.round(part * sum(offices)));
        const agreement: Agreement = { kind: 'weighted', threshold, weights: weighs };
        const asked = step('a', {
          who: offices.map((office) => ({ office })),
          agreement,
          substitute: { office: 'vicesegretario' },
        });
        let told = approvalOf(
          opening([asked], { parties: { authors: [], offices: out, scored: [], beneficiaries: [] } }),
        );
        const left = offices.filter((office) => !out.includes(office));
        const speakers = sum(left) >= threshold ? left : [...left, 'vicesegretario'];
        const by = { segretario: who.segretario, giunta: who.giunta, nucleo: who.nucleo, vicesegretario: who.vice };
        const heard: string[] = [];
        for (const office of speakers) {
          heard.push(...(office === 'vicesegretario' ? out : [office]));
          told = told.after(votes(by[office as keyof typeof by]));
          expect(told.state.status === 'approved').toBe(sum(heard) >= threshold);
          if (told.state.status === 'approved') return;
        }
        throw new Error('It never passed.');
      }),
    );
  });

  it('given who spoke before they were barred, then the substitute does not speak for them once more', () => {
    const agreement = {
      kind: 'weighted',
      threshold: 4,
      weights: { segretario: 2, giunta: 1, nucleo: 1 },
    } as const;
    const asked = step('a', {
      who: [{ office: 'segretario' }, ...nucleoAndGiunta],
      agreement,
      substitute: { office: 'vicesegretario' },
    });
    const before = approvalOf(opening([asked])).after(votes(who.segretario)).state;
    const parties = { ...before.parties, offices: ['segretario', 'nucleo'] };
    const later = told({ ...before, parties }, people);
    expect(later.when(votes(who.vice))).toMatchObject(waits);
    expect(later.after(votes(who.vice)).when(votes(who.giunta))).toMatchObject(passes);
  });

  describe('where an office is on the other side of the control as a whole', () => {
    const barred = (...offices: string[]) => ({ parties: { authors: [], offices, scored: [], beneficiaries: [] } });
    const both = [{ office: 'segretario' }, { office: 'giunta' }];
    const substitute = { office: 'vicesegretario' };
    const members = { kind: 'all', of: 'members' } as const;
    const officesOf = ({ state, staff }: { state: Approval; staff: Staff }) =>
      waitingAt(state, staff, { patronDay: null })?.who.map(({ office }) => office);

    it('given all members of two offices, then the substitute speaks beside the other office, not nobody', () => {
      const asked = approvalOf(
        opening([step('a', { who: both, agreement: members, substitute })], barred('segretario')),
      );
      const under = asked.after(votes(who.giunta));
      expect(under.state.status).toBe('open');
      expect(under.when(votes(who.vice))).toMatchObject(passes);
    });

    it('given all members of two offices and no substitute, then it is refused from the beginning', () => {
      const asked = () => openApproval(opening([step('a', { who: both, agreement: members })], barred('segretario')));
      expect(orRefusal(asked)).toMatchObject({ refusal: 'approval/no-substitute', told: { office: 'segretario' } });
    });

    it('given a member of one office who is barred beside others who are not, then they abstain and nobody is called', () => {
      const one = { parties: { authors: ['u-nucleo'], offices: [], scored: [], beneficiaries: [] } };
      const asked = approvalOf(
        opening([step('a', { who: nucleoAndGiunta, agreement: members, substitute: { office: 'segretario' } })], one),
      );
      expect(officesOf({ state: asked.state, staff: people })).toEqual(['nucleo', 'giunta']);
      expect(asked.after(votes(who.nucleo2), votes(who.nucleo3)).when(votes(who.giunta))).toMatchObject(passes);
    });

    it('given a member who abstains and an office that is barred, then the substitute takes the place of the office', () => {
      const { state } = approvalOf(
        opening([step('a', { who: nucleoAndGiunta, agreement: members, substitute })], {
          parties: { authors: ['u-nucleo'], offices: ['giunta'], scored: [], beneficiaries: [] },
        }),
      );
      expect(state.panels['a']).toEqual({ offices: ['nucleo', 'vicesegretario'], reroutedFrom: 'giunta' });
    });

    it('given an order, then the substitute speaks where the office would whose place it takes', () => {
      const all = { agreement: { kind: 'all', of: 'offices' }, order: 'in-order', substitute } as const;
      const first = approvalOf(opening([step('a', { ...all, who: both })], barred('segretario')));
      expect(first.when(votes(who.giunta))).toMatchObject({
        refusal: 'approval/not-your-turn',
        told: { office: 'vicesegretario' },
      });
      expect(first.after(votes(who.vice)).when(votes(who.giunta))).toMatchObject(passes);
    });

    it('given an order and several that are barred, then the substitute speaks once, for the first of them', () => {
      const three = [{ office: 'nucleo' }, ...both, { office: 'affari-generali' }];
      const all = { agreement: { kind: 'all', of: 'offices' }, order: 'in-order', substitute } as const;
      const { state } = approvalOf(
        opening([step('a', { ...all, who: three })], barred('segretario', 'affari-generali')),
      );
      expect(state.panels['a']).toEqual({
        offices: ['nucleo', 'vicesegretario', 'giunta'],
        reroutedFrom: 'segretario',
      });
    });
  });

  it('given a person who has voted, when they vote again, as whichever office, then approval/already-voted', () => {
    const both: Staff = { ...people, tenures: [...people.tenures, tenure('u-nucleo', 'giunta')] };
    const told = approvalOf(
      opening([step('a', { who: nucleoAndGiunta, agreement: { kind: 'quorum', count: 3 } })], { staff: both }),
    ).after(votes(who.nucleo));
    expect(told.when(votes(who.nucleo))).toMatchObject({ refusal: 'approval/already-voted' });
    expect(told.when(votes({ ...who.nucleo, office: 'giunta' } as never))).toMatchObject({
      refusal: 'approval/already-voted',
    });
  });

  it('given an office that has spoken, when another of it votes where each office speaks once, then approval/already-voted', () => {
    const told = stepOf({ kind: 'all', of: 'offices' }).after(votes(who.nucleo));
    expect(told.when(votes(who.nucleo2))).toMatchObject({ refusal: 'approval/already-voted' });
  });

  it('given offices that follow one another, when the second comes first, then approval/not-your-turn', () => {
    const told = stepOf({ kind: 'all', of: 'offices' }, 'in-order');
    expect(told.when(votes(who.giunta))).toMatchObject({
      refusal: 'approval/not-your-turn',
      told: { office: 'nucleo' },
    });
    expect(told.after(votes(who.nucleo)).when(votes(who.giunta))).toMatchObject(passes);
  });

  it('given members that follow one another by office, then the next office waits for all of the first', () => {
    const told = stepOf({ kind: 'all', of: 'members' }, 'in-order').after(votes(who.nucleo), votes(who.nucleo3));
    expect(told.when(votes(who.giunta))).toMatchObject({ refusal: 'approval/not-your-turn' });
    expect(told.after(votes(who.nucleo2)).when(votes(who.giunta))).toMatchObject(passes);
  });

  it('given weights, when another of an office that has spoken votes, then approval/already-voted', () => {
    const weighted = stepOf({ kind: 'weighted', threshold: 3, weights: { nucleo: 2, giunta: 1 } });
    expect(weighted.after(votes(who.nucleo)).when(votes(who.nucleo2))).toMatchObject({
      refusal: 'approval/already-voted',
    });
  });

  it('given a step that was escalated, when who it went to agrees, then that is enough; of the others as many as before', () => {
    const timed = step('a', {
      who: [{ office: 'nucleo' }],
      agreement: { kind: 'quorum', count: 2 },
      term: { workingDays: 3 },
      onTimeout: [{ after: 1, do: 'escalate', to: { office: 'giunta' } }],
    });
    const { state } = approvalOf(opening([timed]));
    const at = '2023-01-27T09:00:00.000Z';
    const escalated = told(folded(state, timeOut(state, people, at, { patronDay: null })), people, at);
    expect(escalated.when(votes(who.giunta))).toMatchObject(passes);
    expect(escalated.when(votes(who.nucleo))).toEqual({ facts: [expect.objectContaining({ kind: 'voted' })] });
    expect(escalated.after(votes(who.nucleo)).when(votes(who.giunta))).toMatchObject(passes);
    expect(escalated.after(votes(who.nucleo)).when(votes(who.nucleo2))).toMatchObject(passes);
  });

  it('given who voted and has left since, then their vote counts for what the step can still come to', () => {
    const left = { ...people, tenures: people.tenures.filter(({ person }) => !/u-nucleo(-3)?$/.test(person)) };
    const quorum = approvalOf(
      opening([step('a', { who: [{ office: 'nucleo' }], agreement: { kind: 'quorum', count: 2 } })]),
    );
    const calendar = { patronDay: null };
    expect(waitingAt(quorum.state, left, calendar)?.stuck).toBe('vacant');
    expect(waitingAt(quorum.after(votes(who.nucleo)).state, left, calendar)?.stuck).toBeNull();
  });

  it.each([
    [{ kind: 'one' }, false],
    [{ kind: 'quorum', count: 1 }, false],
    [{ kind: 'quorum', count: 2 }, true],
    [{ kind: 'all', of: 'members' }, true],
    [{ kind: 'all', of: 'offices' }, true],
    [{ kind: 'weighted', threshold: 3, weights: { nucleo: 2, giunta: 1 } }, true],
    [{ kind: 'weighted', threshold: 2, weights: { nucleo: 2, giunta: 1 } }, false],
    [{ kind: 'weighted', threshold: 2, weights: { nucleo: 1, giunta: 3 } }, false],
  ] as const)('given %j, then whether one person alone is never enough: %s', (agreement, several) => {
    expect(asksSeveral({ agreement, who: [{ office: 'nucleo' }, { office: 'giunta' }] })).toBe(several);
  });

  it('given all offices and only one is named, then one person is enough; whoever has a role may be several', () => {
    const agreement = { kind: 'all', of: 'offices' } as const;
    expect(asksSeveral({ agreement, who: [{ office: 'nucleo' }] })).toBe(false);
    expect(asksSeveral({ agreement, who: [{ role: 'responsabile' }] })).toBe(true);
    expect(asksSeveral({ agreement, who: [{ relation: 'other-areas' }] })).toBe(true);
  });

  it('for any order of votes, a step passes exactly once, with enough distinct persons, never before', () => {
    const person = fc.constantFrom(who.nucleo, who.nucleo2, who.nucleo3, who.giunta);
    const agreement = fc.oneof(
      fc.constant<Agreement>({ kind: 'one' }),
      fc.constant<Agreement>({ kind: 'all', of: 'offices' }),
      fc.constant<Agreement>({ kind: 'all', of: 'members' }),
      fc.integer({ min: 1, max: 4 }).map((count): Agreement => ({ kind: 'quorum', count })),
      fc
        .record({ threshold: fc.integer({ min: 1, max: 5 }), nucleo: fc.nat(3), giunta: fc.nat(3) })
        .map(({ threshold, ...weights }): Agreement => ({ kind: 'weighted', threshold, weights })),
    );
    fc.assert(
      fc.property(agreement, fc.array(person, { maxLength: 12 }), (how, voters) => {
        let told = stepOf(how);
        const counted: (typeof voters)[number][] = [];
        let passed = 0;
        for (const by of voters) {
          const outcome = told.when(votes(by));
          if ('refusal' in outcome) continue;
          expect(counted.map(({ id }) => id)).not.toContain(by.id);
          counted.push(by);
          passed += outcome.facts.filter(({ kind }) => kind === 'step-passed').length;
          told = told.after(votes(by));
          expect(told.state.status === 'approved').toBe(isEnough(how, counted));
        }
        expect(passed).toBe(told.state.status === 'approved' ? 1 : 0);
      }),
    );
  });
});

/** The same rule told in another way: over sets of persons and offices. */
function isEnough(how: Agreement, counted: readonly { readonly id: string; readonly office: string }[]): boolean {
  const offices = new Set(counted.map(({ office }) => office));
  switch (how.kind) {
    case 'one':
      return counted.length > 0;
    case 'all':
      return how.of === 'offices' ? offices.size === 2 : counted.length === 4;
    case 'quorum':
      return counted.length >= how.count;
    case 'weighted':
      return (
        [...offices].reduce((sum, office) => sum + (how.weights[office] ?? 0), 0) >= how.threshold && counted.length > 0
      );
  }
}
