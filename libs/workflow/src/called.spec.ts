import { readFileSync } from 'node:fs';
import { adviceFor, readWorkflow } from './read-workflow.js';

/** The union’s, without the substitute of its first step of the chain `variation`. */
function withoutSubstitute(): string {
  const source = readFileSync('examples/unione/workflow.yaml', 'utf8');
  const from = source.indexOf('- id: parere-segretario');
  return source.slice(0, from) + source.slice(from).replace(/\n +substitute: .*/, '');
}

it('given a version whose file is not at hand, then what it is warned of calls steps and offices by their names', () => {
  const { definition } = readWorkflow(withoutSubstitute(), {
    roles: ['segretario', 'vicesegretario', 'responsabile', 'nucleo', 'giunta', 'personale'],
  });
  if (definition === null) throw new Error('The file has mistakes.');
  const [advice] = adviceFor(definition).filter(({ code }) => code === 'workflow/own-variation');
  expect(advice).toMatchObject({ path: 'chains.variation.steps[0]' });
  expect(advice?.what.it).toMatch(/^Al passo «Parere del Segretario» serve «[^-»]+», senza sostituto/);
  expect(advice?.what.en).toMatch(/^The step “Opinion of the Segretario” needs “[^-”]+”, without/);
});
