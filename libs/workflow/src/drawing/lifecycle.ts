import { leadsTo, verbNames, type WorkflowDefinition } from '#domain';
import { escaped, nodeId, type DrawingLanguage } from './text.js';

/** The life of an objective as a Mermaid state diagram; in brackets the act that a transition takes. */
export function drawLifecycle({ objective }: WorkflowDefinition, language: DrawingLanguage): string {
  const { states, transitions } = objective;
  const named = states.map(({ id, name }) => `state "${escaped(name[language])}" as ${nodeId(id)}`);
  const begins = states.slice(0, 1).map(({ id }) => `[*] --> ${nodeId(id)}`);
  const moves = transitions.flatMap((transition) => {
    const { verb, from, act } = transition;
    const label = escaped(verbNames[verb][language] + (act === null ? '' : ` (${act.kinds.join(', ')})`));
    const ends = leadsTo(transition, transitions);
    return from.flatMap((state) => ends.map((to) => `${nodeId(state)} --> ${nodeId(to)} : ${label}`));
  });
  const ends = states
    .filter(({ id }) => id === 'closed' || !transitions.some(({ from }) => from.includes(id)))
    .map(({ id }) => `${nodeId(id)} --> [*]`);
  return lines('stateDiagram-v2', [...named, ...begins, ...moves, ...ends]);
}

export function lines(kind: string, statements: readonly string[]): string {
  return `${[kind, ...statements.map((statement) => `  ${statement}`)].join('\n')}\n`;
}
