import type { WorkflowDefinition } from '#domain';
import { namedByAny, namedFor } from './named-for.js';
import { readWorkflowFile } from './read-workflow-file.js';

const shipped = readWorkflowFile('apps/api/workflows/comune.yaml');
/** In which another office stands in for the Segretario, and proposes objectives. */
const before: WorkflowDefinition = {
  ...shipped,
  version: shipped.version - 1,
  offices: [
    ...shipped.offices.map((one) => (one.function === 'segretario-substitute' ? { ...one, function: null } : one)),
    { id: 'consulta', function: 'segretario-substitute', names: [] },
  ],
  objective: {
    ...shipped.objective,
    transitions: shipped.objective.transitions.map((one) =>
      one.verb === 'propose' ? { ...one, who: [{ office: 'consulta' }] } : one,
    ),
  },
};
const workflow = { definition: shipped, versions: [before, shipped] };
const consulta = { office: 'consulta' };

describe('whom the body’s files name for an action', () => {
  it.each(['approval.migrate', 'approval.reassign'] as const)(
    'given an office that stood in for the Segretario by an earlier version, then not it but the one of today is named for %s',
    (action) => {
      expect(namedByAny(action, workflow)).toEqual([{ office: 'vicesegretario' }]);
      expect(namedByAny(action, { ...workflow, definition: before })).toEqual([consulta]);
    },
  );

  it('given an office that an earlier version names for what is begun, then what began with it keeps it', () => {
    expect(namedByAny('objective.propose', workflow)).toContainEqual(consulta);
  });
});

describe('whom a file names for a transition of the Segretario’s own share', () => {
  const nobody: WorkflowDefinition = {
    ...shipped,
    offices: shipped.offices.map((one) =>
      one.function === 'segretario-substitute' ? { ...one, function: null } : one,
    ),
  };
  const role = { role: 'vicesegretario' };

  it.each(['objective.make-definitive', 'objective.reopen', 'objective.suspend', 'objective.remove'] as const)(
    'given an office that stands in for the Segretario, then that one is named for %s; given none, then who has the role',
    (action) => {
      expect(namedFor(action, shipped)).toContainEqual({ office: 'vicesegretario' });
      expect(namedFor(action, shipped)).not.toContainEqual(role);
      expect(namedFor(action, nobody)).toContainEqual(role);
    },
  );

  it('given what is nobody’s own, then nobody stands in', () => {
    expect(namedFor('objective.close', nobody)).not.toContainEqual(role);
  });
});
