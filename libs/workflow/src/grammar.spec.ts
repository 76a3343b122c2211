import { readFileSync } from 'node:fs';
import { workflowSchema } from './grammar.js';

describe('the JSON Schema of workflow files', () => {
  it('is the one in docs; after a change: npm run -s traguardo -- workflow schema > docs/workflow.schema.json', () => {
    const kept = readFileSync('docs/workflow.schema.json', 'utf8');
    expect(kept).toBe(`${JSON.stringify(workflowSchema, null, 2)}\n`);
  });

  it('refuses a name of blanks alone, as a check does', () => {
    expect(workflowSchema).toMatchObject({ $defs: { Name: { properties: { it: { pattern: '\\S', minLength: 1 } } } } });
  });
});
