import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LifecycleVerb, WorkflowDefinition } from '#domain';
import { lifecycleInForce } from '../../apps/api/src/objectives/lifecycle-in-force.js';
import { startTestApi, type TestApi } from './api.js';
import { accepted, givenInForce } from './story.js';

export const standard = parse(readFileSync('apps/api/workflows/comune.yaml', 'utf8')) as WorkflowDefinition;
const { evaluations: _, ...withoutEvaluations } = standard;
const { evaluation: _chain, ...chains } = standard.chains;
const label = (name: string) => ({ it: name, en: name });

/** Of a body that names for these acts offices whose role would not do. */
export const otherOffices = {
  ...withoutEvaluations,
  id: 'altri-uffici',
  offices: [...standard.offices, { id: 'revisore', names: ['Collegio dei revisori'] }],
  objective: {
    ...standard.objective,
    transitions: standard.objective.transitions.map((one) => {
      if (one.verb === 'propose' || one.verb === 'resume') return { ...one, who: [{ office: 'vicesegretario' }] };
      if (one.verb !== 'liquidate') return one;
      return { ...one, who: [{ office: 'vicesegretario' }, { office: 'finanziaria' }], substitute: null };
    }),
  },
  chains: {
    ...chains,
    objective: {
      steps: [
        { id: 'coerenza', name: label('Coerenza'), who: [{ office: 'giunta' }], outcomes: ['approve', 'return'] },
        {
          id: 'spesa',
          name: label('Spesa'),
          who: [{ office: 'revisore' }],
          substitute: { office: 'vicesegretario' },
          outcomes: ['approve', 'return'],
        },
      ],
    },
    rendicontazione: {
      steps: [{ id: 'controllo', name: label('Controllo'), who: [{ office: 'nucleo' }], outcomes: ['approve'] }],
    },
  },
};

/**
 * The API of such a body, with the small plan in force.
 *
 * @param now  that its clock shows; absent: the machine's
 */
export async function startWithOtherOffices(definition: { readonly id: string }, now?: string): Promise<TestApi> {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-named-'));
  const workflow = join(folder, 'altri-uffici.json');
  writeFileSync(workflow, JSON.stringify(definition));
  const api = await startTestApi({ workflow, clock: now === undefined ? 'system' : 'simulated' });
  if (now !== undefined) accepted(await api.operator.command('/api/v1/clock', { now }));
  rmSync(folder, { recursive: true });
  const [published] = (await api.engine.load('workflow', definition.id))?.state.versions ?? [];
  await givenInForce(api, published && lifecycleInForce(published));
  return api;
}

/** The same definition where these offices, and nobody else, make a transition. */
export function naming(verb: LifecycleVerb, offices: readonly string[]): typeof otherOffices {
  const { objective } = otherOffices;
  const who = offices.map((office) => ({ office }));
  const transitions = objective.transitions.map((one) => (one.verb === verb ? { ...one, who } : one));
  return { ...otherOffices, objective: { ...objective, transitions } };
}
