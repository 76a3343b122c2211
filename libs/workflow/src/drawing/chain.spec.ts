import { changed, roles } from '../testing/comune.js';
import { readWorkflow } from '../read-workflow.js';
import { drawChain } from './chain.js';

const REMINDED = 'onTimeout: [{ after: 1, do: remind }]';
const text = changed([REMINDED, REMINDED.replace(']', ', { after: 3, do: escalate, to: { role: responsabile } }]')]);
const boxes = (chain: 'objective' | 'rendicontazione', language: 'it' | 'en') => {
  const { definition } = readWorkflow(text, { roles });
  if (definition === null) throw new Error('the file has mistakes');
  return drawChain(definition, chain, language).split('\n');
};

describe('a chain that is drawn', () => {
  it.each([
    ['it', 'decide anche responsabile di area'],
    ['en', 'head of area may decide too'],
  ] as const)('given a role that a time-out calls, then it is called in words (%s)', (language, name) => {
    expect(boxes('objective', language).join('\n')).toContain(name);
  });

  it.each([
    ['it', 'può rettificare il grado'],
    ['en', 'may correct the degree'],
  ] as const)(
    'given a step that may correct the degree, then its box says so, and no other (%s)',
    (language, words) => {
      const told = boxes('rendicontazione', language).filter((line) => line.includes(words));
      expect(told).toEqual([expect.stringMatching(/^ {2}n_certificazione\[/)]);
    },
  );
});
