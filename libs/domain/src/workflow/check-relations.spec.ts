import { office, step, town, withStep, withTransitions } from '../testing/workflow.js';
import type { Participant, Relation } from './chain-definition.js';
import { checkWorkflow } from './check-workflow.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';

const told = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, { roles: [] }).map(({ code, path, facts }) => [code, path.join('.'), facts['known'] ?? '']);
const relation = (id: Relation): Participant => ({ relation: id });
const vice = office('vicesegretario');

const proposed: WorkflowDefinition = {
  ...town,
  chains: {
    ...town.chains,
    objective: { id: 'objective', version: 1, steps: [step('coerenza', [office('segretario')], { substitute: vice })] },
  },
};

describe('a relation to what is approved', () => {
  it.each<[ApprovalSubject, number, Relation, string]>([
    ['objective', 0, 'other-areas', 'head-of-area'],
    ['evaluation', 2, 'other-areas', ''],
    ['evaluation', 2, 'head-of-area', ''],
    ['premium-run', 0, 'head-of-area', ''],
    ['premium-run', 0, 'other-areas', ''],
  ])('given %s, step %s, and %s, in which nobody stands, then it is told with those that there are', (...given) => {
    const [subject, index, who, known] = given;
    const path = `chains.${subject}.steps.${index}`;
    const code = 'workflow/no-such-relation';
    const alone = withStep(subject, index, { who: [relation(who)], substitute: null }, proposed);
    expect(told(alone).filter(([is]) => is !== 'workflow/way-missing')).toEqual([[code, `${path}.who.0`, known]]);
    expect(told(withStep(subject, index, { substitute: relation(who) }, proposed))).toEqual([
      [code, `${path}.substitute`, known],
    ]);
  });

  it('given a plan, then nobody heads an area of it', () => {
    const before = step('parere', [relation('head-of-area')]);
    const steps = [before, ...(town.chains.plan?.steps ?? [])];
    const definition = { ...town, chains: { ...town.chains, plan: { id: 'plan', version: 1, steps } } };
    expect(told(definition)).toEqual([['workflow/no-such-relation', 'chains.plan.steps.0.who.0', '']]);
  });

  it.each<[ApprovalSubject, number, Relation]>([
    ['objective', 0, 'head-of-area'],
    ['rendicontazione', 0, 'other-areas'],
  ])('given %s, step %s, and %s, in which somebody stands who may decide, then it passes', (subject, index, who) => {
    expect(told(withStep(subject, index, { who: [relation(who)], substitute: vice }, proposed))).toEqual([]);
  });
});

describe('a relation to what a transition moves', () => {
  const assigned = (...who: readonly Participant[]) =>
    withTransitions((all) => all.map((one) => (one.verb === 'assign' ? { ...one, who } : one)));

  it('given the other areas, then nobody is meant, whoever else is named', () => {
    const mistake = (at: number) => ['workflow/no-such-relation', `objective.transitions.8.who.${at}`, ''];
    expect(told(assigned(relation('other-areas')))).toEqual([mistake(0)]);
    expect(told(assigned(relation('assignee'), relation('other-areas')))).toEqual([mistake(1)]);
  });

  it('given whoever proposed it alone, then shares that came with a plan have nobody; beside another they do', () => {
    expect(told(assigned(relation('proposer')))).toEqual([
      ['workflow/no-such-relation', 'objective.transitions.8.who.0', ''],
    ]);
    expect(told(assigned(relation('proposer'), relation('assignee')))).toEqual([]);
  });
});
