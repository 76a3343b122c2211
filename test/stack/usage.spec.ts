import { spawnSync } from 'node:child_process';

/** What a command of the repository says before it has built anything. */
function said(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the commands of the repository', () => {
  it.each([
    ['npm test', 'test/run.mjs', []],
    ['npm run soak', 'test/run.mjs', ['--soak']],
    ['npm run bench', 'test/bench/run.mjs', []],
    ['npm run mutation', 'test/mutation/run.mjs', []],
    ['npm run conformance', 'test/conformance/official-suite/run.mjs', []],
  ])('given --help, then %s says its usage and does nothing else', (command, script, args) => {
    for (const help of ['--help', '-h']) {
      const { status, stdout, stderr } = said(script, ...args, help);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^${command}\\b`));
    }
  });

  it('given a bench that there is not, then it is told which there are, and nothing is measured', () => {
    const { status, stdout, stderr } = said('test/bench/run.mjs', 'command', '--seconds', '3');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no command: choose among start, commands, web, event-node');
  });
});
