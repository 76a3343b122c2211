import { leadsTo, verbNames } from '#domain';
import type { Answer } from '../../client/ask.js';
import { withoutTwins } from '../acts/without-twins.js';
import type { Graph } from './diagram/lay-out.js';
import { wrapped } from './diagram/wrapped.js';

const LETTERS = 26;

/** The life of an objective as a graph: a box for each state, a way for each verb. */
export function lifecycleGraph(
  { states, transitions }: Answer<'workflow'>['definition']['objective'],
  language: 'it' | 'en',
): Graph {
  return {
    nodes: states.map(({ id, name }) => {
      const lines = wrapped(name[language], LETTERS);
      return { id, lines, named: lines.length };
    }),
    edges: transitions.flatMap((transition, index) => {
      const { verb, from, act } = transition;
      const label =
        act === null
          ? verbNames[verb][language]
          : `${verbNames[verb][language]} (${withoutTwins(act.kinds).join(', ')})`;
      return leadsTo(transition, transitions).map((to) => ({ id: `${verb} ${index} ${to}`, from, to, label }));
    }),
  };
}
