import { office, town, withStep } from '../../testing/workflow.js';
import { checkWorkflow } from '../check-workflow.js';
import type { StepDefinition } from '../chain-definition.js';
import type { WorkflowDefinition } from '../definition.js';

const CODE = 'limit/liquidation-not-checked';
const told = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, { roles: ['responsabile', 'segretario', 'vicesegretario'] }).map(
    ({ code, path, facts }) => [code, path.join('.'), facts['case'], facts['who']],
  );
const at = (place: string) => `chains.premium-run.steps.1.${place}`;
const checking = (more: Partial<StepDefinition>, definition = town) => withStep('premium-run', 1, more, definition);

const ragioneria = office('ragioneria');
const both = [ragioneria, office('personale')];
const vice = office('vicesegretario');
const late = { term: { workingDays: 5 } } as const;
const members = (count: number) => ({
  ...town,
  offices: town.offices.map((one) => (one.id === 'personale' ? { ...one, members: count } : one)),
});

describe('the word of the accounting service on a premium run', () => {
  it.each<[string, WorkflowDefinition, string, string, string]>([
    ['another of whom one is enough', checking({ who: both }), at('who.1'), 'alone', 'personale'],
    [
      'a role beside it, one of whom is enough',
      checking({ who: [ragioneria, { role: 'responsabile' }] }),
      at('who.1'),
      'alone',
      'role responsabile',
    ],
    [
      'a quorum that others reach',
      checking({ who: both, agreement: { kind: 'quorum', count: 2 } }, members(2)),
      at('agreement.count'),
      'votes',
      'personale',
    ],
    [
      'a quorum that others may reach, of whom the file does not say how many they are',
      checking({ who: [...both, office('giunta')], agreement: { kind: 'quorum', count: 2 } }),
      at('agreement.count'),
      'votes',
      'personale, giunta',
    ],
    [
      'weights that others reach',
      checking({ who: both, agreement: { kind: 'weighted', threshold: 2, weights: { ragioneria: 1, personale: 2 } } }),
      at('agreement.threshold'),
      'votes',
      'personale',
    ],
    [
      'a substitute of another kind',
      checking({ substitute: office('personale') }),
      at('substitute'),
      'substitute',
      'personale',
    ],
    [
      'a substitute by a role that may be anybody’s',
      checking({ substitute: { role: 'responsabile' } }),
      at('substitute'),
      'substitute',
      'role responsabile',
    ],
    [
      'somebody who steps in once it is late, be it the Segretario',
      checking({ ...late, onTimeout: [{ after: 1, do: 'substitute', by: vice }] }),
      at('onTimeout.0.by'),
      'late',
      'vicesegretario',
    ],
    [
      'somebody to whom it is escalated',
      checking({ ...late, onTimeout: [{ after: 1, do: 'escalate', to: office('segretario') }] }),
      at('onTimeout.0.to'),
      'late',
      'segretario',
    ],
  ])(
    'given %s, then it can be dispensed with, and the file is told where and by whom',
    (_, definition, path, how, who) => {
      expect(told(definition)).toContainEqual([CODE, path, how, who]);
    },
  );

  it.each<[string, WorkflowDefinition]>([
    ['it is alone', town],
    ['all must agree', checking({ who: both, agreement: { kind: 'all', of: 'offices' } })],
    ['all members must', checking({ who: both, agreement: { kind: 'all', of: 'members' } })],
    [
      'others cannot reach the quorum',
      checking(
        { who: both, agreement: { kind: 'quorum', count: 2 } },
        {
          ...members(1),
          offices: members(1).offices.map((one) => (one.id === 'ragioneria' ? { ...one, members: 1 } : one)),
        },
      ),
    ],
    [
      'the others do not weigh enough',
      checking({ who: both, agreement: { kind: 'weighted', threshold: 3, weights: { ragioneria: 2, personale: 2 } } }),
    ],
    ['the Vicesegretario stands in where it is paid itself', checking({ substitute: vice })],
    ['whoever has that role does', checking({ substitute: { role: 'segretario' } })],
    ['it is reminded', checking({ ...late, onTimeout: [{ after: 1, do: 'remind' }] })],
  ])('given that %s, then it cannot', (_, definition) => {
    expect(told(definition).filter(([code]) => code === CODE)).toEqual([]);
  });

  it('given another step at which it cannot, then one more may be as it likes', () => {
    const chain = town.chains['premium-run']!;
    const [first, check, sign] = chain.steps as [StepDefinition, StepDefinition, StepDefinition];
    const again = { ...check, id: 'riscontro', who: both };
    const steps = [first, again, check, sign];
    const definition = { ...town, chains: { ...town.chains, 'premium-run': { ...chain, steps } } };
    expect(told(definition).filter(([code]) => code === CODE)).toEqual([]);
  });

  it('given silence, then its own limit tells it', () => {
    const silent = checking({ ...late, onTimeout: [{ after: 1, do: 'approve-silently' }] });
    expect(told(silent).map(([code]) => code)).toEqual(['limit/silent-evaluation']);
  });
});
