import { office, town, transition, withStep, withTransitions } from '../../testing/workflow.js';
import type { Participant, Relation } from '../chain-definition.js';
import { checkWorkflow } from '../check-workflow.js';
import type { WorkflowDefinition } from '../definition.js';
import type { LifecycleVerb } from '../lifecycle.js';

const told = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, { roles: [] }).map(({ code, path }) => `${code} ${path.join('.')}`);
const vice = office('vicesegretario');
const relation = (id: Relation): Participant => ({ relation: id });

describe('whoever answers for a share', () => {
  it.each<Relation>(['head-of-area', 'assignee', 'proposer'])(
    'given %s at a step on their own share, as who should, as substitute or after a time-out, then they never may',
    (who) => {
      const at = 'limit/own-control chains.rendicontazione.steps.0';
      const own = relation(who);
      expect(told(withStep('rendicontazione', 0, { who: [own] }))).toEqual([`${at}.who.0`]);
      expect(told(withStep('rendicontazione', 0, { who: [office('segretario'), own] }))).toEqual([`${at}.who.1`]);
      expect(told(withStep('rendicontazione', 0, { substitute: own }))).toEqual([`${at}.substitute`]);
      const late = { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'substitute', by: own }] } as const;
      expect(told(withStep('rendicontazione', 0, late))).toEqual([`${at}.onTimeout.0.by`]);
    },
  );

  it('given them alone and no substitute, then not that one is missing', () => {
    const alone = { who: [relation('head-of-area')], substitute: null };
    expect(told(withStep('rendicontazione', 0, alone))).toEqual([
      'limit/own-control chains.rendicontazione.steps.0.who.0',
    ]);
    expect(told(withStep('justification', 0, alone))).toEqual(['limit/own-control chains.justification.steps.0.who.0']);
  });

  it('given another beside them who may be a party, then a substitute is missing for that one', () => {
    const all = { agreement: { kind: 'all', of: 'offices' }, substitute: null } as const;
    const both = { ...all, who: [relation('head-of-area'), office('segretario')] };
    expect(told(withStep('rendicontazione', 0, both))).toEqual([
      'limit/own-control chains.rendicontazione.steps.0.who.0',
      'limit/no-substitute chains.rendicontazione.steps.0',
    ]);
  });

  it.each<Relation>(['head-of-area', 'assignee', 'proposer', 'other-areas'])(
    'given %s at a variation, of which everybody whose share it touches is a party, then they never may',
    (who) => {
      expect(told(withStep('variation', 0, { who: [relation(who)] }))).toEqual([
        'limit/own-control chains.variation.steps.0.who.0',
      ]);
    },
  );

  it.each<[LifecycleVerb, Relation]>(
    (['suspend', 'remove', 'make-definitive', 'liquidate', 'reopen'] as const).flatMap((verb) =>
      (['assignee', 'head-of-area', 'proposer'] as const).map((who) => [verb, who] as [LifecycleVerb, Relation]),
    ),
  )('given %s by %s, alone or beside another, then they would have the say over their own share', (verb, who) => {
    const given = (...participants: readonly Participant[]) =>
      withTransitions((all) => [
        ...all.filter((one) => one.verb !== verb),
        transition(verb, ['approved'], 'removed', { who: participants, act: { kinds: ['DGC'] } }),
      ]);
    const last = given().objective.transitions.length - 1;
    const at = (index: number) => `limit/own-control objective.transitions.${last}.who.${index}`;
    expect(told(given(relation(who)))).toContain(at(0));
    expect(told(given(office('giunta'), relation(who)))).toContain(at(1));
    expect(told(given(office('giunta'))).filter((one) => one.startsWith('limit/own-control'))).toEqual([]);
  });

  it('given what they do with a share of their own, then it is theirs', () => {
    const own = withTransitions((all) =>
      all.map((one) =>
        ['acknowledge', 'submit-rendicontazione'].includes(one.verb) ? { ...one, who: [relation('assignee')] } : one,
      ),
    );
    expect(told(own)).toEqual([]);
  });

  it('given a hearing in an evaluation, then they are meant', () => {
    expect(town.chains.evaluation?.steps[1]?.who).toEqual([relation('assignee')]);
    expect(
      told(withStep('evaluation', 2, { who: [relation('assignee'), office('segretario')], substitute: vice })),
    ).toEqual(['limit/own-control chains.evaluation.steps.2.who.0']);
  });
});
