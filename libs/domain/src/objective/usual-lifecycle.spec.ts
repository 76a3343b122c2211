import type { LifecycleState, LifecycleVerb, Transition } from '../workflow/lifecycle.js';
import type { Participant } from '../workflow/chain-definition.js';
import {
  acknowledge,
  adjust,
  after,
  approve,
  assign,
  close,
  define,
  liquidate,
  makeDefinitive,
  propose,
  remove,
  reopen,
  report,
  resume,
  returnProposal,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
  validate,
} from '../testing/commands.js';
import { giunta, head, NOTED, REGISTRY, roles, SECRETARY } from '../testing/example.js';
import type { LifecycleInForce } from './lifecycle-messages.js';
import type { ObjectiveCommand } from './messages.js';
import { possibleOnProposal } from './proposal.js';
import { leastOf, objectiveStatusOf, statusOf, type ShareStatus } from './state.js';
import { lifecycleStateOf } from './standing.js';
import { possibleOn } from './transitions.js';
import { usualLifecycle } from './usual-lifecycle.js';

const under = (workflow: LifecycleInForce, commands: readonly ObjectiveCommand[]): readonly ObjectiveCommand[] =>
  commands.map((command) =>
    command.type === 'objective.define' || command.type === 'objective.propose' ? { ...command, workflow } : command,
  );
const changed = (verb: LifecycleVerb, change: Partial<Transition>): LifecycleInForce => ({
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((one) => (one.verb === verb ? { ...one, ...change } : one)),
});
const ended = [...upTo.liquidated, ...secretaryToTheEnd];
const last = approve({ step: 'presa-atto', by: giunta, act: NOTED });
const judgedAgain = upTo.approved.slice(upTo.submitted.length);
const rescored = [...upTo.liquidated, reopen(), ...judgedAgain, score({ degree: '80', reason: 'riconteggio' })];

/** Each transition of the usual lifecycle: what was done before, and what makes it. */
const steps: readonly (readonly [LifecycleVerb, readonly ObjectiveCommand[], ObjectiveCommand])[] = [
  ['propose', [], propose()],
  ['return-proposal', [propose()], returnProposal()],
  ['validate', [propose()], validate()],
  ['approve', [propose(), validate()], define()],
  ['assign', upTo.defined, assign()],
  ['acknowledge', upTo.assigned, acknowledge()],
  ['suspend', upTo.assigned, suspend()],
  ['suspend', upTo.acknowledged, suspend()],
  ['resume', [...upTo.acknowledged, suspend()], resume()],
  ['remove', upTo.defined, remove()],
  ['remove', upTo.assigned, remove()],
  ['remove', upTo.acknowledged, remove()],
  ['remove', [...upTo.acknowledged, suspend()], remove()],
  ['submit-rendicontazione', upTo.acknowledged, submit()],
  ['submit-rendicontazione', [...upTo.submitted, sendBack()], submit()],
  ['return-rendicontazione', upTo.submitted, sendBack()],
  ['approve-rendicontazione', upTo.approved.slice(0, -1), last],
  ['make-definitive', upTo.scored, makeDefinitive()],
  ['liquidate', upTo.scored, liquidate()],
  ['liquidate', [...upTo.scored, makeDefinitive()], liquidate()],
  ['liquidate', rescored, adjust()],
  ['close', ended, close()],
  ['reopen', upTo.approved, reopen()],
  ['reopen', [...upTo.scored, makeDefinitive()], reopen()],
  ['reopen', upTo.liquidated, reopen()],
  ['reopen', [...ended, close()], reopen()],
];
const named = steps.map(([verb, ...rest], index) => [`${index + 1}. ${verb}`, verb, ...rest] as const);

function stands(commands: readonly ObjectiveCommand[]): LifecycleState {
  const { state } = after(...commands);
  const [share] = state.shares;
  return share === undefined ? 'draft' : lifecycleStateOf(state, share);
}

describe('the usual lifecycle', () => {
  it.each(named)('%s leads from where it says to where it says', (_, verb, before, command) => {
    const transition = usualLifecycle.transitions.find((one) => one.verb === verb);
    expect(transition?.from).toContain(stands(before));
    expect(stands([...before, command])).toBe(transition?.to);
  });

  it('is all of it looked at', () => {
    const verbs = usualLifecycle.transitions.map(({ verb }) => verb);
    expect([...new Set(steps.map(([verb]) => verb))].toSorted()).toEqual(verbs.toSorted());
  });

  // an adjustment follows a payment, which would be refused before it
  const apart = named.filter(([, verb, , { type }]) => verb !== 'acknowledge' && type !== 'objective.adjust-premium');
  it.each(apart)('%s: given a definition without it from here, then it is refused', (_, verb, before, command) => {
    const from = usualLifecycle.transitions.find((one) => one.verb === verb)?.from ?? [];
    const elsewhere = changed(verb, { from: from.filter((state) => state !== stands(before)) });
    const [governed = command, ...rest] = under(elsewhere, [...before, command]).toReversed();
    expect(after(...rest.toReversed()).when(governed)).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { verb, share: REGISTRY },
    });
  });

  it('given logs from before there were definitions, then it is what governs them, under its name', () => {
    expect(usualLifecycle).toMatchObject({ id: 'usual', version: 1, suspension: { maximumDays: 180 } });
  });

  it('given a closed objective of which one share was removed, then nobody had to pay that one', () => {
    const removed = [...upTo.acknowledged, remove(), ...secretaryToTheEnd];
    expect(after(...removed).when(close())).toHaveProperty('events');
  });
});

describe('what could come next', () => {
  const could = (commands: readonly ObjectiveCommand[], index = 0) => {
    const { state } = after(...commands);
    const share = state.shares[index];
    return share === undefined ? [] : possibleOn(state, share).map(({ verb }) => verb);
  };

  it.each<[string, readonly ObjectiveCommand[], readonly LifecycleVerb[]]>([
    ['proposed', [propose()], ['return-proposal', 'validate', 'withdraw-proposal']],
    ['returned to its proposers', [propose(), returnProposal()], ['propose', 'withdraw-proposal']],
    ['validated', [propose(), validate()], ['return-proposal', 'approve', 'withdraw-proposal']],
    ['acknowledged', upTo.acknowledged, ['suspend', 'remove', 'submit-rendicontazione']],
    ['at rest', [...upTo.acknowledged, suspend()], ['resume', 'remove']],
    ['removed', [...upTo.acknowledged, remove()], []],
    ['sent back', [...upTo.submitted, sendBack()], ['submit-rendicontazione']],
    ['definitive', [...upTo.scored, makeDefinitive()], ['liquidate', 'reopen']],
    ['paid, while another is not', upTo.liquidated, ['reopen']],
    ['paid, as all others are', ended, ['close', 'reopen']],
    ['paid, the other removed', [...upTo.liquidated, remove({ shareId: SECRETARY, by: giunta })], ['close', 'reopen']],
    ['judged anew and to be adjusted', rescored, ['make-definitive', 'reopen']],
  ])('given a share that is %s, then this', (_, commands, verbs) => {
    expect(could(commands)).toEqual(verbs);
  });

  it('given a share that was removed beside one that is paid, then it can neither be reopened nor keeps the end away', () => {
    expect(could([...upTo.liquidated, remove({ shareId: SECRETARY, by: giunta })], 1)).toEqual(['close']);
  });

  it.each<[Participant, readonly object[]]>([
    [{ relation: 'assignee' }, [{ office: 'tributi' }]],
    [{ relation: 'head-of-area' }, [{ office: 'affari-generali' }]],
    [{ relation: 'proposer' }, [{ office: head.office }]],
    [{ relation: 'other-areas' }, []],
    [{ role: 'giunta' }, [{ role: 'giunta' }]],
    [{ office: 'nucleo' }, [{ office: 'nucleo' }]],
  ])('given a transition of %j, then those who could are', (who, expected) => {
    const workflow = changed('suspend', { who: [who] });
    const told = [propose(), validate(), define(), assign({ office: 'tributi' })];
    const { state } = after(...under(workflow, told));
    const [share] = state.shares;
    expect(share && possibleOn(state, share).find(({ verb }) => verb === 'suspend')?.who).toEqual(expected);
  });

  it('given a relation in which nobody stands yet, then nobody could', () => {
    const { state } = after(...under(changed('remove', { who: [{ relation: 'assignee' }] }), upTo.defined));
    const [share] = state.shares;
    expect(share && possibleOn(state, share)).toContainEqual({ verb: 'remove', who: [] });
    const unproposed = after(...under(changed('remove', { who: [{ relation: 'proposer' }] }), upTo.defined)).state;
    expect(unproposed.shares[0] && possibleOn(unproposed, unproposed.shares[0])).toContainEqual({
      verb: 'remove',
      who: [],
    });
  });

  it.each<[string, object, boolean]>([
    ['began today', { from: '2022-06-20' }, true],
    ['begins tomorrow', { from: '2022-06-21' }, false],
    ['ends today', { to: '2022-06-20' }, true],
    ['ended yesterday', { to: '2022-06-19' }, false],
    ['is of another role', { roles: ['responsabile'] }, false],
    ['is of another office', { office: 'tributi' }, false],
  ])('given a tenure that %s, when its office suspends, then it may: %s', (_, fields, may) => {
    const tenures = roles.tenures.map((one) => (one.office === 'segretario' ? { ...one, ...fields } : one));
    const outcome = after(...upTo.acknowledged).when(suspend({ staff: { ...roles, tenures } }));
    expect('events' in outcome).toBe(may);
  });

  it('given a proposal that only a list knows, when asked, then what could come next, and whose it is', () => {
    const { objective, proposal } = after(propose()).state;
    if (objective === null || proposal === null) throw new Error('The example proposes nothing');
    expect(
      possibleOnProposal(objective, 'draft', proposal, changed('propose', { who: [{ relation: 'proposer' }] })),
    ).toEqual([
      { verb: 'propose', who: [{ office: head.office }] },
      { verb: 'withdraw-proposal', who: [{ office: head.office }] },
    ]);
    expect(possibleOnProposal(objective, 'proposed', proposal, null)).toEqual([
      { verb: 'return-proposal', who: [{ role: 'segretario' }, { role: 'nucleo' }] },
      { verb: 'validate', who: [{ role: 'segretario' }, { role: 'nucleo' }] },
      { verb: 'withdraw-proposal', who: [{ office: head.office }] },
    ]);
  });
});

describe('how far an objective has come', () => {
  const least: readonly (readonly [readonly ShareStatus[], ShareStatus])[] = [
    [[], 'draft'],
    [['removed'], 'removed'],
    [['removed', 'scored'], 'scored'],
    [['proposed', 'draft'], 'draft'],
    [['validated', 'proposed'], 'proposed'],
    [['defined', 'validated'], 'validated'],
    [['assigned', 'defined'], 'defined'],
    [['acknowledged', 'assigned'], 'assigned'],
    [['suspended', 'acknowledged'], 'acknowledged'],
    [['in-progress', 'suspended'], 'suspended'],
    [['rendicontazione-returned', 'in-progress'], 'in-progress'],
    [['rendicontazione-submitted', 'rendicontazione-returned'], 'rendicontazione-returned'],
    [['rendicontazione-approved', 'rendicontazione-submitted'], 'rendicontazione-submitted'],
    [['scored', 'rendicontazione-approved'], 'rendicontazione-approved'],
    [['definitive', 'scored'], 'scored'],
    [['liquidated', 'definitive'], 'definitive'],
    [['liquidated', 'liquidated'], 'liquidated'],
  ];
  it.each(least)('given shares that are %j, then it is %s', (statuses, expected) => {
    expect(leastOf(statuses)).toBe(expected);
    expect(leastOf(statuses.toReversed())).toBe(expected);
  });

  it.each<[ShareStatus, readonly ObjectiveCommand[]]>([
    ['in-progress', [...upTo.acknowledged, report()]],
    ['suspended', [...upTo.acknowledged, report(), suspend()]],
    ['rendicontazione-submitted', upTo.submitted],
    ['rendicontazione-returned', [...upTo.submitted, sendBack()]],
    ['rendicontazione-approved', upTo.approved],
    ['scored', upTo.scored],
    ['definitive', [...upTo.scored, makeDefinitive()]],
    ['liquidated', [...upTo.scored, makeDefinitive(), liquidate()]],
  ])('given a share on its way, then it is %s', (status, commands) => {
    const [share] = after(...commands).state.shares;
    expect(share && statusOf(share)).toBe(status);
  });

  it('given a closed objective, then that', () => {
    expect(objectiveStatusOf(after(...ended, close()).state)).toBe('closed');
  });
});
