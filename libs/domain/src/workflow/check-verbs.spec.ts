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
import { checkWorkflow } from './check-workflow.js';
import type { Participant, StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
import { LEADS_TO } from './leads-to.js';
import { lifecycleStates, lifecycleVerbs, type LifecycleState, type LifecycleVerb } from './lifecycle.js';
import { livesUnder } from './lives.js';
import { SAID_OF, UNPAID } from './said-of.js';

const told = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, { roles: ['segretario', 'responsabile'] }).map(({ code, path, facts }) => {
    const at = path.slice(2).join('.');
    return [code, `${String(facts['verb'] ?? facts['step'])} ${at.slice(at.indexOf('.') + 1)}`, facts['case']];
  });
const act = { kinds: ['DGC'] };
const anybody: readonly Participant[] = [office('giunta')];
const judged = proposing([VALIDATED, SENT_BACK], ['approve', 'return']);

describe('what a verb takes of a file', () => {
  it.each<[LifecycleVerb, WorkflowDefinition, string | undefined]>([
    ['propose', judged, undefined],
    ['validate', judged, 'chain'],
    ['return-proposal', judged, 'chain'],
    ['approve', judged, 'chain'],
    ['acknowledge', town, undefined],
    ['submit-rendicontazione', town, undefined],
    ['return-rendicontazione', town, 'chain'],
    ['approve-rendicontazione', town, 'chain'],
  ])('given an act of %s, for which nobody asks, then it is told, with where it belongs', (verb, body, why) => {
    expect(told(withVerb(verb, { act }, body))).toEqual([['workflow/act-not-asked', `${verb} act`, why]]);
  });

  it('given an act of what records one, then it is asked for and nothing is told', () => {
    const resting = withMore(
      ['suspended'],
      [
        transition('suspend', ['in-progress'], 'suspended', { act }),
        transition('resume', ['suspended'], 'in-progress', { act }),
      ],
    );
    const definitive = withMore(
      ['definitive'],
      [transition('make-definitive', ['rendicontazione-approved'], 'definitive', { act })],
      withVerb('liquidate', { from: ['rendicontazione-approved', 'definitive'] }, withVerb('close', { act }, resting)),
    );
    expect(told(withVerb('assign', { act }, definitive))).toEqual([]);
  });

  it.each<[LifecycleVerb, WorkflowDefinition]>([
    ['validate', judged],
    ['return-proposal', judged],
    ['approve', judged],
    ['return-rendicontazione', town],
    ['approve-rendicontazione', town],
  ])(
    'given somebody named for %s, which follows from a chain, then it is told that its steps say who',
    (verb, body) => {
      expect(told(withVerb(verb, { who: anybody }, body))).toEqual([
        ['workflow/who-not-asked', `${verb} who`, undefined],
      ]);
    },
  );

  it.each<LifecycleVerb>(['acknowledge', 'submit-rendicontazione'])(
    'given another named for %s than whoever answers for the share, then it is told of each',
    (verb) => {
      const who: readonly Participant[] = [{ relation: 'assignee' }, office('giunta'), { relation: 'head-of-area' }];
      expect(told(withVerb(verb, { who }))).toEqual([
        ['workflow/who-not-asked', `${verb} who.1`, 'assignee'],
        ['workflow/who-not-asked', `${verb} who.2`, 'assignee'],
      ]);
    },
  );

  it('given no chain for the plan, then its act approves it: nobody is to be named, and nobody may be', () => {
    const { plan: _, ...chains } = judged.chains;
    expect(told({ ...judged, chains })).toEqual([]);
    expect(told({ ...withVerb('approve', { who: anybody }, judged), chains })).toEqual([
      ['workflow/who-not-asked', 'approve who', 'act'],
    ]);
  });

  it('given no chain for proposals, then whoever is named judges them', () => {
    const { objective: _, ...chains } = judged.chains;
    const named = withVerb('validate', { who: anybody }, withVerb('return-proposal', { who: anybody }, judged));
    expect(told({ ...named, chains })).toEqual([]);
    // that of the plan sends none back
    expect(told({ ...withVerb('validate', { who: anybody }, judged), chains })).toEqual([
      ['workflow/nobody-does', 'return-proposal 12', undefined],
    ]);
  });

  it.each<[LifecycleVerb, LifecycleState, string | undefined]>([
    ['submit-rendicontazione', 'assigned', 'unacknowledged'],
    ['acknowledge', 'approved', undefined],
    ['close', 'in-progress', undefined],
    ['close', 'rendicontazione-approved', 'unpaid'],
    ['assign', 'rendicontazione-submitted', undefined],
    ['reopen', 'in-progress', undefined],
  ])('given that %s would also begin from %s, from where it never does, then it is told', (verb, state, why) => {
    const from = town.objective.transitions.find((one) => one.verb === verb)?.from ?? [];
    expect(told(withVerb(verb, { from: [...from, state] }))).toEqual([
      ['workflow/never-from', `${verb} from.${from.length}`, why],
    ]);
  });

  it('given a body that pays nothing, then what has a degree is closed', () => {
    const { objective } = withVerb('close', { from: ['removed', 'rendicontazione-approved'] });
    const unpaid = {
      ...town,
      objective: {
        states: objective.states.filter(({ id }) => id !== 'liquidated'),
        transitions: objective.transitions.filter(({ verb }) => verb !== 'liquidate'),
      },
    };
    expect(told(unpaid)).toEqual([]);
  });

  it.each<[string, readonly LifecycleVerb[]]>([
    ['pays', lifecycleVerbs],
    ['does not pay', lifecycleVerbs.filter((verb) => verb !== 'liquidate')],
  ])('given a body that %s, and every verb from everywhere, then each begins from where the table says', (_, verbs) => {
    // how far these may begin, other rules of theirs say
    const others: readonly LifecycleVerb[] = ['assign', 'suspend', 'resume', 'remove', 'liquidate'];
    const isPaid = verbs.includes('liquidate');
    const everywhere = verbs.map((verb) => ({
      verb,
      from: lifecycleStates,
      to: LEADS_TO[verb][0],
      who: [],
      act: null,
    }));
    const began = livesUnder(everywhere, ['approved']).flatMap(({ state, ways }) =>
      [...ways.keys()].filter(({ verb }) => !others.includes(verb)).map(({ verb }) => `${verb} ${state}`),
    );
    const table = verbs
      .filter((verb) => !others.includes(verb))
      .flatMap((verb) => {
        const { from } = SAID_OF[verb];
        const can = verb === 'close' && isPaid ? from.filter((state) => !UNPAID.includes(state)) : from;
        return can.map((state) => `${verb} ${state}`);
      });
    // what is in a plan: not what was not in one yet, nor what is over or out of it
    const inPlan = (ways: readonly string[]) =>
      ways.filter(
        (way) => !/ (draft|proposed|validated|removed|closed)$/.test(way) && (isPaid || !way.endsWith(' liquidated')),
      );
    expect([...new Set(inPlan(began))].toSorted()).toEqual(inPlan(table).toSorted());
  });
});

describe('what a step of a chain takes of a file', () => {
  const silent: Partial<StepDefinition> = {
    who: [office('personale')],
    substitute: office('vicesegretario'),
    term: { workingDays: 5 },
    onTimeout: [
      { after: 1, do: 'remind' },
      { after: 2, do: 'approve-silently' },
    ],
  };

  it.each<ApprovalSubject>(['justification', 'objective'])(
    'given the last step of %s, which has something to say, then silence that would pass it is told',
    (subject) => {
      expect(told(withStep(subject, 0, silent, judged))).toEqual([
        ['workflow/silence-never-comes', `${judged.chains[subject]!.steps[0]!.id} 0.onTimeout.1`, undefined],
      ]);
    },
  );

  it('given a step before the last, or a report, then silence passes it and nothing is told', () => {
    const two = [
      { ...town.chains.variation!.steps[0]!, ...silent, id: 'prima' },
      ...judged.chains.justification!.steps,
    ];
    const before = { ...judged.chains, justification: { id: 'justification', version: 1, steps: two } };
    expect(told({ ...judged, chains: before })).toEqual([]);
    expect(told(withStep('rendicontazione', 0, silent))).toEqual([]);
  });

  const opinion = (who: Participant, substitute: Participant | null = null): WorkflowDefinition => {
    const [first, ...rest] = [
      { ...town.chains.variation!.steps[0]!, who: [who], substitute },
      ...town.chains.plan!.steps,
    ];
    return { ...town, chains: { ...town.chains, plan: { id: 'plan', version: 1, steps: [first, ...rest] } } };
  };

  it('given a plan on which the Segretario, who drafts it, is heard, then a substitute is asked for', () => {
    const lacks = [['limit/no-substitute', 'parere 0', 'plan']];
    expect(told(opinion(office('segretario')))).toEqual(lacks);
    expect(told(opinion({ role: 'segretario' }))).toEqual(lacks);
    expect(told(opinion(office('segretario'), office('vicesegretario')))).toEqual([]);
    expect(told(opinion(office('ragioneria')))).toEqual([]);
  });

  it('given a run that the political body would sign, then that alone is told, whoever else might', () => {
    expect(told(withStep('premium-run', 2, { who: [office('giunta')], substitute: office('vicesegretario') }))).toEqual(
      [['limit/liquidation-by-political-body', 'liquidazione 2.who', undefined]],
    );
  });
});
