import {
  office,
  proposing,
  SENT_BACK,
  town,
  transition,
  VALIDATED,
  withMore,
  withStep,
  withVerb,
} from '../testing/workflow.js';
import { adviceOn } from './advice.js';
import type { Participant, StepDefinition } from './chain-definition.js';
import type { WorkflowDefinition } from './definition.js';
import type { Transition } from './lifecycle.js';

const vice = office('vicesegretario');
const advised = (definition: WorkflowDefinition) =>
  adviceOn(definition).map(({ code, path }) => [code, path.join('.')]);
/** A body of which nothing else is told. */
const paying: WorkflowDefinition = withVerb('liquidate', { who: [office('personale'), vice] });

describe('what a definition may be told beside its mistakes', () => {
  const told = [['workflow/nobody-pays-instead', 'objective.transitions.5']];

  it('given one office alone that pays, and nobody in its place, then that nobody might be left', () => {
    const ofPayment = (change: Partial<Transition>) => advised(withVerb('liquidate', change));
    expect(ofPayment({ who: [office('personale')] })).toEqual(told);
    expect(ofPayment({ who: [office('personale')], substitute: null })).toEqual(told);
    expect(ofPayment({ who: [office('personale')], substitute: vice })).toEqual([]);
    expect(ofPayment({ who: [office('personale'), vice] })).toEqual([]);
    expect(ofPayment({ who: [] })).toEqual([]);
  });

  it('given what is the Segretario’s alone, and no office that stands in for them, then that nobody might do it to their share', () => {
    const offices = town.offices.map((one) =>
      one.function === 'segretario-substitute' ? { ...one, function: null } : one,
    );
    const of = (change: Partial<Transition>) => {
      const definition = withVerb('assign', change, paying);
      const forSegretario = (told: WorkflowDefinition) =>
        adviceOn(told)
          .filter(({ code }) => code === 'workflow/nobody-for-segretario')
          .map(({ facts }) => facts['verb']);
      expect(forSegretario(definition)).toEqual([]);
      return forSegretario({ ...definition, offices });
    };
    const others = of({ who: [office('nucleo')] });
    expect(others).not.toContain('assign');
    expect(of({ who: [office('segretario')] })).toEqual(expect.arrayContaining([...others, 'assign']));
    expect(of({ who: [{ role: 'segretario' }] })).toContain('assign');
    expect(of({ who: [office('segretario'), office('nucleo')] })).toEqual(others);
    expect(of({ who: [] })).toEqual(others);
  });

  const never = (...more: readonly Transition[]) => advised(withMore([], more, paying));

  describe('given a step of what varies the plan', () => {
    const step = (change: Partial<StepDefinition>) => {
      const definition = withStep('variation', 0, change);
      return adviceOn({ ...definition, objective: paying.objective }).map(({ code, path, facts }) => [
        code,
        path.join('.'),
        facts,
      ]);
    };
    const told = (name: string) => [
      [
        'workflow/own-variation',
        'chains.variation.steps.0',
        { step: town.chains.variation!.steps[0]!.id, office: name },
      ],
    ];

    it('then one office that it needs, and nobody in its place, is told: nobody asks for what touches its shares', () => {
      expect(step({ who: [office('segretario')], substitute: null })).toEqual(told('segretario'));
      const all = { agreement: { kind: 'all', of: 'offices' }, substitute: null } as const;
      expect(step({ ...all, who: [office('nucleo'), office('personale')] })).toEqual(told('personale'));
    });

    it('then a substitute, another beside it, who has a role, and bodies that answer for no share are enough', () => {
      expect(step({ who: [office('segretario')], substitute: vice })).toEqual([]);
      expect(step({ who: [office('segretario'), office('personale')], substitute: null })).toEqual([]);
      expect(step({ who: [{ role: 'responsabile' }], substitute: null })).toEqual([]);
      expect(step({ who: [office('giunta')], substitute: null })).toEqual([]);
      expect(step({ who: [office('nucleo')], substitute: null })).toEqual([]);
    });
  });

  it('given a transition that no life of a share comes to, then it is told, and from where it would be', () => {
    expect(never(transition('make-definitive', ['in-progress'], 'definitive'))).toEqual([
      ['workflow/never-taken', 'objective.transitions.9'],
    ]);
    expect(
      adviceOn(withMore([], [transition('acknowledge', ['approved', 'in-progress'], 'in-progress')], paying)),
    ).toMatchObject([{ facts: { verb: 'acknowledge', from: 'approved, in-progress' } }]);
    expect(never(transition('submit-rendicontazione', ['assigned'], 'rendicontazione-submitted'))).toHaveLength(1);
    expect(never(transition('reopen', ['in-progress'], 'rendicontazione-submitted'))).toHaveLength(1);
    expect(
      never(transition('approve-rendicontazione', ['rendicontazione-returned'], 'rendicontazione-approved')),
    ).toHaveLength(1);
  });

  it('given one that can be taken from one of its states, or from hand to hand, then nothing is told', () => {
    expect(advised(withVerb('close', { from: ['removed', 'rendicontazione-approved', 'liquidated'] }, paying))).toEqual(
      [],
    );
    expect(never(transition('assign', ['assigned', 'in-progress'], 'assigned'))).toEqual([]);
  });

  it('given a chain, then what it never answers is never taken', () => {
    const steps = paying.chains.rendicontazione!.steps;
    const agreeing = steps.reduce(
      (kept, _, index) => withStep('rendicontazione', index, { outcomes: ['approve'] }, kept),
      paying,
    );
    expect(advised(agreeing)).toEqual([['workflow/never-taken', 'objective.transitions.3']]);
  });

  const judged = (transitions: readonly Transition[], outcomes: Parameters<typeof proposing>[1]) =>
    adviceOn(proposing(transitions, outcomes))
      .filter(({ code }) => code === 'workflow/never-taken')
      .map(({ path }) => path[2]);

  it('given proposals that a chain judges, then only what is proposed goes back, and only where a step may say so', () => {
    const late = transition('return-proposal', ['validated'], 'draft', { who: [] });
    expect(judged([VALIDATED, SENT_BACK, late], ['approve', 'return'])).toEqual([13]);
    expect(judged([VALIDATED, SENT_BACK], ['approve', 'reject'])).toEqual([]);
    expect(judged([VALIDATED, SENT_BACK], ['approve'])).toEqual([12]);
    const drafts = transition('validate', ['draft'], 'validated', { who: [] });
    expect(judged([VALIDATED, drafts], ['approve'])).toEqual([12]);
  });

  it('given proposals that somebody judges alone, then what was validated may go back too', () => {
    const late = transition('return-proposal', ['validated'], 'draft');
    const drafts = transition('validate', ['draft'], 'validated');
    const { chains, ...rest } = proposing([VALIDATED, late, drafts]);
    const alone = { ...rest, chains: { ...chains, objective: undefined } };
    expect(advised(alone).filter(([code]) => code === 'workflow/never-taken')).toEqual([]);
  });

  it('given a body that keeps to the rules, then no transition of it is told', () => {
    expect(advised(town)).toEqual(told);
  });

  describe('given a time-out that calls somebody', () => {
    const segretario = office('segretario');
    const escalating = (to: Participant, more: object = {}, first: object = {}) =>
      advised(
        withStep(
          'rendicontazione',
          1,
          {
            onTimeout: [
              { after: 1, do: 'remind' },
              { after: 2, do: 'escalate', to },
            ],
            ...more,
          },
          withStep('rendicontazione', 0, first, paying),
        ),
      ).filter(([code]) => code === 'workflow/calls-nobody');
    const found = [['workflow/calls-nobody', 'chains.rendicontazione.steps.1.onTimeout.1.to']];

    it('then one person alone is told who has always taken a step before', () => {
      expect(escalating(segretario)).toEqual(found);
      expect(escalating(segretario, { independentOf: ['verifica'] })).toEqual(found);
      const all = { who: [segretario, office('ragioneria')], agreement: { kind: 'all', of: 'offices' } };
      expect(escalating(segretario, {}, all)).toEqual(found);
      const by = { onTimeout: [{ after: 1, do: 'substitute', by: segretario }] };
      expect(escalating(segretario, by)).toEqual([
        ['workflow/calls-nobody', 'chains.rendicontazione.steps.1.onTimeout.0.by'],
      ]);
    });

    it('given others may be called, or have taken that step, or it is not independent of it, then nothing is', () => {
      expect(escalating(vice)).toEqual([]);
      expect(escalating(office('ragioneria'), {}, { who: [office('ragioneria')] })).toEqual([]);
      expect(escalating({ role: 'segretario' })).toEqual([]);
      expect(escalating(segretario, { independentOf: 'nobody' })).toEqual([]);
      expect(escalating(segretario, { independentOf: ['presa-d-atto'] })).toEqual([]);
      const either = { who: [segretario, office('ragioneria')] };
      expect(escalating(segretario, {}, either)).toEqual([]);
      const silent = { term: { workingDays: 5 }, onTimeout: [{ after: 0, do: 'escalate', to: office('ragioneria') }] };
      expect(escalating(segretario, {}, silent)).toEqual([]);
    });
  });

  describe('given who has a part in evaluations', () => {
    const days = { workingDays: 10 };
    const terms = { results: 60, hearingBelow: 60, observations: days, conciliation: days };
    const parts = ['evaluators', 'conciliators', 'conductors'] as const;
    const own = (offices: WorkflowDefinition['offices'], ...ids: readonly string[]) =>
      parts.flatMap((part) =>
        advised({ ...paying, offices, evaluations: { ...terms, [part]: ids.map((id) => ({ office: id })) } }),
      );
    const ofOne = paying.offices.map((one) => ({ ...one, members: 1 }));

    it('then one person alone is told, whom nobody evaluates, conciliates or conducts', () => {
      const toldOf = parts.map((part) => ['workflow/own-evaluation', `evaluations.${part}`]);
      expect(own(paying.offices, 'segretario')).toEqual(toldOf);
      expect(own(paying.offices, 'segretario', 'segretario')).toEqual(toldOf);
      expect(own(paying.offices, 'personale')).toEqual([]);
      expect(
        own(
          paying.offices.map((one) => (one.id === 'personale' ? { ...one, members: 1 } : one)),
          'personale',
        ),
      ).toEqual(expect.arrayContaining(toldOf));
    });

    it('given who conducts that is one person of who evaluates alone, then it is told', () => {
      const conducting = (members: number, ...ids: readonly string[]) => {
        const offices = paying.offices.map((one) => (one.id === 'nucleo' ? { ...one, members } : one));
        const conductors = ids.map((id) => ({ office: id }));
        return advised({
          ...paying,
          offices,
          evaluations: { ...terms, evaluators: [{ office: 'nucleo' }], conductors },
        });
      };
      expect(conducting(1, 'nucleo')).toEqual([['workflow/conductor-evaluates', 'evaluations.conductors']]);
      expect(conducting(3, 'nucleo')).toEqual([]);
      expect(conducting(1, 'nucleo', 'personale')).toEqual([]);
      expect(conducting(1, 'personale')).toEqual([]);
    });

    it('given another beside them, a body that nobody evaluates, or whoever is named, then nothing is told', () => {
      expect(own(paying.offices, 'segretario', 'vicesegretario')).toEqual([]);
      expect(own(ofOne, 'nucleo').filter(([code]) => code === 'workflow/own-evaluation')).toEqual([]);
      expect(own(ofOne, 'giunta').filter(([code]) => code === 'workflow/own-evaluation')).toEqual([]);
      expect(advised({ ...paying, evaluations: terms })).toEqual([]);
    });

    it('given a score of nought below which a hearing is due, then it is told that none ever is', () => {
      const below = (hearingBelow: number) => advised({ ...paying, evaluations: { ...terms, hearingBelow } });
      expect(below(0)).toEqual([['workflow/hearing-never-due', 'evaluations.hearingBelow']]);
      expect(below(1)).toEqual([]);
    });
  });

  it('given a last day for variations by which plans are hardly in force, then it is told, unless there are none', () => {
    const until = (cutOff: string) => advised({ ...paying, variations: { cutOff } });
    const told = [['workflow/cut-off-too-early', 'variations.cutOff']];
    expect(until('01-01')).toEqual(told);
    expect(until('01-31')).toEqual(told);
    expect(until('02-01')).toEqual([]);
    const { variation: _, ...chains } = paying.chains;
    expect(advised({ ...paying, chains, variations: { cutOff: '01-01' } })).toEqual([]);
  });

  describe('given one person in two offices that the file says are of one', () => {
    const alone = (...ids: readonly string[]): WorkflowDefinition => ({
      ...paying,
      offices: paying.offices.map((one) => (ids.includes(one.id) ? { ...one, members: 1 } : one)),
    });
    const twice = (definition: WorkflowDefinition) =>
      adviceOn(definition)
        .filter(({ code }) => code === 'workflow/one-person-twice')
        .map(({ path, facts }) => `${path.join('.')}: ${facts['pairs']}`);

    it('then each step at which nobody may be left is told once, with the pairs', () => {
      expect(twice(paying)).toEqual([]);
      expect(twice(alone('personale'))).toEqual([
        // the run pays them, and the substitute is the same person
        'chains.premium-run.steps.0.who: personale + vicesegretario',
        // they have proposed it, and stand in for accounting, which it pays
        'chains.premium-run.steps.1.who: personale + segretario',
        'chains.premium-run.steps.2.who: personale + vicesegretario; personale + segretario',
      ]);
    });

    it('given enough people in each, or none of the chain, then nothing is told', () => {
      expect(twice(alone('giunta', 'nucleo'))).toEqual([]);
      const { 'premium-run': _, ...chains } = paying.chains;
      expect(twice({ ...alone('personale'), chains })).toEqual([]);
    });

    it('given the Segretario who heads the only area, and other areas in their place, then that is told', () => {
      const reported = (substitute: Participant) =>
        twice(withStep('rendicontazione', 0, { who: [office('segretario')], substitute }, paying));
      expect(reported(vice)).toEqual([]);
      expect(reported({ relation: 'other-areas' })).toEqual([
        'chains.rendicontazione.steps.0.who: segretario + head-of-area',
      ]);
    });
  });
});
