import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { laws, lifecycleStates, lifecycleVerbs, SAID_OF } from '#domain';
import { drawWorkflow } from './drawing/document.js';
import { readWorkflow } from './read-workflow.js';

const roles = ['responsabile'];
const files = ['apps/api/workflows/comune.yaml', 'examples/unione/workflow.yaml', 'examples/provincia/workflow.yaml'];

describe('the workflow files that come with the program', () => {
  it.each(files)('%s has no mistake, and can be drawn', (file) => {
    const { definition, mistakes } = readWorkflow(readFileSync(file, 'utf8'), { roles });
    expect(mistakes).toEqual([]);
    expect(definition && drawWorkflow(definition, 'it').match(/```mermaid/g)).toHaveLength(9);
  });

  it.each(files)('%s is drawn with the end of a rest leading back to where it began', (file) => {
    const { definition } = readWorkflow(readFileSync(file, 'utf8'), { roles });
    const resumed = definition === null ? [] : drawWorkflow(definition, 'en').match(/n_suspended --> \w+ : resume/g);
    expect(resumed?.map((line) => line.split(' ')[2])).toEqual(['n_assigned', 'n_in_progress']);
  });

  // a log that has a version keeps its content: whoever changes a file raises its version, and writes the new line here
  it.each([
    ['apps/api/workflows/comune.yaml', 2, 'Lx_nYmeSufFvvX4c'],
    ['examples/unione/workflow.yaml', 2, 'GUn_EVGXv5Rk982j'],
    ['examples/provincia/workflow.yaml', 2, 'JMigN6LVUaPSkCD-'],
  ])('%s is version %i as it was published', (file, version, content) => {
    const { definition } = readWorkflow(readFileSync(file, 'utf8'), { roles });
    const hash = createHash('sha256').update(JSON.stringify(definition, said)).digest('base64url').slice(0, 16);
    expect({ version: definition?.version, content: hash }).toEqual({ version, content });
  });

  it('docs/workflow.md tells every limit with its article', () => {
    const doc = readFileSync('docs/workflow.md', 'utf8');
    for (const [code, law] of Object.entries(laws))
      expect(doc).toMatch(new RegExp(`\\| \`${code}\` \\|.*\\| ${escaped(law)} \\|`));
  });

  it('docs/workflow.md lists every state and every verb', () => {
    const doc = readFileSync('docs/workflow.md', 'utf8');
    for (const id of [...lifecycleStates, ...lifecycleVerbs])
      expect(doc).toMatch(new RegExp(`^\\| \`${id}\` \\|`, 'm'));
  });

  it('docs/workflow.md tells which verbs take an act of their own', () => {
    const doc = readFileSync('docs/workflow.md', 'utf8');
    for (const verb of lifecycleVerbs) {
      const row = doc.split('\n').find((line) => line.startsWith(`| \`${verb}\` |`));
      expect([verb, row?.endsWith('| yes |')]).toEqual([verb, SAID_OF[verb].act]);
    }
  });
});

/** As `sameContent` has it: in any order, and what is empty says nothing. */
function said(_: string, value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
