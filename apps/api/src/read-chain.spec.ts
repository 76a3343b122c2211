import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChainInvalid, readChain } from './read-chain.js';

const shipped = 'apps/api/chains/rendicontazione.yaml';
const step = {
  name: { it: 'Verifica', en: 'Check' },
  office: 'nucleo',
  substitute: null,
  mayReturn: true,
  needsAct: false,
};

describe('reading the approval chain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'traguardo-chain-'));
  const file = (content: string) => {
    const path = join(folder, 'chain.yaml');
    writeFileSync(path, content);
    return path;
  };
  const refusalOf = (path: string): string => {
    try {
      readChain(path);
    } catch (error) {
      if (error instanceof ChainInvalid) return error.message;
      throw error;
    }
    return 'accepted';
  };
  afterAll(() => rmSync(folder, { recursive: true }));

  it('given the file that comes with the program, then it says what bodies call its offices', () => {
    const { chain, called } = readChain(shipped);
    expect(called).toContainEqual({ id: 'segretario-generale', name: 'Segretario Comunale' });
    expect(chain).not.toHaveProperty('offices');
    const ofSteps = chain.steps.flatMap(({ office, substitute }) => [
      office,
      ...(substitute === null ? [] : [substitute]),
    ]);
    expect(called.map(({ id }) => id)).toEqual(expect.arrayContaining(ofSteps));
  });

  it('given the file that comes with the program, then the Segretario verifies, or the vicesegretario for his own', () => {
    expect(readChain(shipped).chain.steps.map(({ id, office, substitute }) => [id, office, substitute])).toEqual([
      ['verifica', 'segretario-generale', 'vicesegretario'],
      ['certificazione', 'nucleo', null],
      ['presa-d-atto', 'giunta', null],
    ]);
  });

  it('given JSON, then it is read too', () => {
    expect(readChain(file(JSON.stringify({ id: 'a', version: 1, steps: [{ id: 'uno', ...step }] }))).chain.id).toBe(
      'a',
    );
  });

  it.each([
    [
      'a step without office',
      { id: 'a', version: 1, steps: [{ id: 'uno', ...step, office: undefined }] },
      'steps.0.office',
    ],
    ['no steps', { id: 'a', version: 1, steps: [] }, 'at least one step'],
    [
      'two steps of one name',
      {
        id: 'a',
        version: 1,
        steps: [
          { id: 'x', ...step },
          { id: 'x', ...step },
        ],
      },
      'same id',
    ],
    ['a misspelt field', { id: 'a', version: 1, steps: [{ id: 'x', ...step, mayreturn: true }] }, 'mayreturn'],
  ])('given %s, then it is refused in a sentence that says where', (_, content, words) => {
    expect(refusalOf(file(JSON.stringify(content)))).toContain(words);
  });

  it('given no file or no YAML, then it is refused in one line', () => {
    expect(refusalOf(join(folder, 'none.yaml'))).toMatch(/cannot be read/);
    expect(refusalOf(file('steps: [')).split('\n')).toHaveLength(1);
  });
});
