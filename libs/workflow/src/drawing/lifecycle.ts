import { verbNames, type WorkflowDefinition } from '#domain';
import { escaped, nodeId, type DrawingLanguage } from './text.js';

/** The life of an objective as a Mermaid state diagram; in brackets the act that a transition takes. */
export function drawLifecycle({ objective }: WorkflowDefinition, language: DrawingLanguage): string {
  const { states, transitions } = objective;
  const named = states.map(({ id, name }) => `state "${escaped(name[language])}" as ${nodeId(id)}`);
  const begins = states.slice(0, 1).map(({ id }) => `[*] --> ${nodeId(id)}`);
  const moves = transitions.flatMap(({ verb, from, to, act }) => {
    const taken = act === null ? '' : ` (${act.kinds.join(', ')})`;
    return from.map((state) => `${nodeId(state)} --> ${nodeId(to)} : ${escaped(verbNames[verb][language] + taken)}`);
  });
  const ends = states
    .filter(({ id }) => id === 'closed' || !transitions.some(({ from }) => from.includes(id)))
    .map(({ id }) => `${nodeId(id)} --> [*]`);
  return lines('stateDiagram-v2', [...named, ...begins, ...moves, ...ends]);
}

export function lines(kind: string, statements: readonly string[]): string {
  return `${[kind, ...statements.map((statement) => `  ${statement}`)].join('\n')}\n`;
}
