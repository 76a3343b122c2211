import { checkChain } from './check-chain.js';
import { checkEvaluations } from './check-evaluations.js';
import { checkLifecycle } from './check-lifecycle.js';
import { checkLives } from './check-lives.js';
import { checkParticipants, type KnownToWorkflows } from './check-participants.js';
import { checkPayment } from './check-payment.js';
import { checkRelations } from './check-relations.js';
import { checkVerbs } from './check-verbs.js';
import { approvalSubjects, type WorkflowDefinition } from './definition.js';
import { limitsOfChains } from './limits/chains.js';
import { limitsOfIndependence } from './limits/independence.js';
import { limitsOfLifecycle } from './limits/lifecycle.js';
import { limitsOfResults } from './limits/results.js';
import { limitsOfSteps } from './limits/steps.js';
import { mistake, repeated, type WorkflowMistake } from './mistake.js';

/** Everything that is wrong with a definition: none means that it leads somewhere and keeps within the law. */
export function checkWorkflow(definition: WorkflowDefinition, known: KnownToWorkflows): readonly WorkflowMistake[] {
  const sameOffices = repeated(definition.offices.map(({ id }) => id)).map(({ value, index }) =>
    mistake('workflow/same-id', ['offices', index, 'id'], { id: value }),
  );
  // of two offices called alike a plan or a list could mean either
  const called = definition.offices.flatMap(({ names }, office) =>
    names.map((name, index) => ({ name: name.toLowerCase(), office, path: ['offices', office, 'names', index] })),
  );
  const sameNames = called.flatMap(({ name, office, path }) =>
    called.some((other) => other.name === name && other.office < office)
      ? [mistake('workflow/same-id', path, { id: name })]
      : [],
  );
  const segretari = definition.offices.flatMap(({ id, function: of }, index) =>
    of === 'segretario' ? [{ office: id, index }] : [],
  );
  const severalSegretari = segretari.slice(1).map(({ office, index }) =>
    mistake('workflow/several-segretari', ['offices', index, 'function'], {
      office,
      first: segretari[0]?.office ?? '',
    }),
  );
  const chains = approvalSubjects.flatMap((subject) => {
    const chain = definition.chains[subject];
    return chain === undefined ? [] : checkChain(subject, chain, definition);
  });
  const found = [
    ...sameOffices,
    ...sameNames,
    ...severalSegretari,
    ...checkParticipants(definition, known),
    ...checkRelations(definition),
    ...checkLifecycle(definition),
    ...checkVerbs(definition),
    ...checkLives(definition),
    ...checkPayment(definition),
    ...chains,
    ...checkEvaluations(definition),
    ...limitsOfLifecycle(definition),
    ...limitsOfChains(definition),
    ...limitsOfSteps(definition),
    ...limitsOfIndependence(definition),
    ...limitsOfResults(definition),
  ];
  return found.filter((one) => !restsOnUnknownOffice(one));
}

/** Of an office that is not in the list nothing is known: that alone is told. */
function restsOnUnknownOffice({ code, needs }: WorkflowMistake): boolean {
  return code !== 'workflow/unknown-office' && needs.some((part) => part.length === 1 && part[0] === 'offices');
}
