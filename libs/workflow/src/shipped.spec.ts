import { readFileSync } from 'node:fs';
import { laws } from '#domain';
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

  it('docs/workflow.md tells every limit with its article', () => {
    const doc = readFileSync('docs/workflow.md', 'utf8');
    for (const [code, law] of Object.entries(laws))
      expect(doc).toMatch(new RegExp(`\\| \`${code}\` \\|.*\\| ${escaped(law)} \\|`));
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
