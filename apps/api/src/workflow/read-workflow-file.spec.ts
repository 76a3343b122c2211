import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkflowFile, WorkflowInvalid } from './read-workflow-file.js';

const shipped = 'apps/api/workflows/comune.yaml';

describe('reading the workflow file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-workflow-'));
  const file = (content: string) => {
    const path = join(folder, 'workflow.yaml');
    writeFileSync(path, content);
    return path;
  };
  const refusalOf = (path: string): string => {
    try {
      readWorkflowFile(path);
    } catch (error) {
      if (error instanceof WorkflowInvalid) return error.message;
      throw error;
    }
    return 'accepted';
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('given the file that comes with the program, then it says what bodies call its offices', () => {
    const { offices } = readWorkflowFile(shipped);
    expect(offices.find(({ id }) => id === 'segretario-generale')).toMatchObject({
      function: 'segretario',
      names: expect.arrayContaining(['Segretario Comunale']) as string[],
    });
  });

  it('given the file that comes with the program, then the Segretario verifies, or the vicesegretario for his own', () => {
    const steps = readWorkflowFile(shipped).chains.rendicontazione?.steps ?? [];
    expect(steps.map(({ id, who, substitute, act }) => [id, who, substitute, act])).toEqual([
      ['verifica', [{ office: 'segretario-generale' }], { office: 'vicesegretario' }, null],
      ['certificazione', [{ office: 'nucleo' }], null, null],
      ['presa-d-atto', [{ office: 'giunta' }], null, { kinds: ['DGC'] }],
    ]);
  });

  it('given a definition as JSON, then it is read too', () => {
    const { chains, ...rest } = readWorkflowFile(shipped);
    const withoutIds = Object.entries(chains).map(([subject, { steps, documents }]) => [subject, { steps, documents }]);
    const json = JSON.stringify({ ...rest, chains: Object.fromEntries(withoutIds) });
    expect(readWorkflowFile(file(json))).toEqual({ chains, ...rest });
  });

  it('given a file with mistakes, then it is refused in a sentence that says where and how to see them all', () => {
    const said = refusalOf(file('id: A\nversion: 1\nname: { it: a, en: a }\noffice: []\n'));
    expect(said).toContain('workflow.yaml is not usable. Line 1, column 1 (objective): “objective” is missing.');
    expect(said).toContain('Line 4, column 1 (office): There is no key “office” here.');
    expect(said).toContain(`"traguardo workflow check ${join(folder, 'workflow.yaml')}" shows every mistake.`);
  });

  it('given no file or no YAML, then it is refused in one line', () => {
    expect(refusalOf(join(folder, 'none.yaml'))).toMatch(/cannot be read/);
    expect(refusalOf(file('chains: [')).split('\n')).toHaveLength(1);
  });
});
