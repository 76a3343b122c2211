import { approvalSubjects, subjectNames, type WorkflowDefinition } from '#domain';
import { drawChain } from './chain.js';
import { drawEvaluations } from './evaluations.js';
import { drawLifecycle } from './lifecycle.js';
import type { DrawingLanguage } from './text.js';

const LIFE = { it: 'La vita di un obiettivo', en: 'The life of an objective' } as const;
const PERSONS = { it: 'La valutazione di una persona', en: 'The evaluation of a person' } as const;
const VERSION = { it: 'versione', en: 'version' } as const;

/** Everything that a definition says, drawn: Markdown with one Mermaid diagram for the lifecycle, each chain and the evaluation of persons. */
export function drawWorkflow(definition: WorkflowDefinition, language: DrawingLanguage): string {
  const chains = approvalSubjects
    .map((subject) => [subjectNames[subject][language], drawChain(definition, subject, language)] as const)
    .filter(([, drawing]) => drawing !== '');
  const persons = drawEvaluations(definition, language);
  const drawings = [
    [LIFE[language], drawLifecycle(definition, language)] as const,
    ...chains,
    ...(persons === '' ? [] : [[PERSONS[language], persons] as const]),
  ];
  return [
    `# ${definition.name[language]} (${definition.id}, ${VERSION[language]} ${definition.version})\n`,
    ...drawings.map(([title, drawing]) => `## ${title}\n\n\`\`\`mermaid\n${drawing}\`\`\`\n`),
  ].join('\n');
}
