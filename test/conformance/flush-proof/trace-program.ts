import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * The tracer, made from its source: a new machine has a compiler, but no `strace`.
 *
 * @returns what to put before a command, so that its calls of the system are written to `log`
 */
export function tracing(folder: string, log: string): readonly string[] {
  const tracer = join(folder, 'tracer');
  try {
    execFileSync('g++', ['-O1', '-o', tracer, join(__dirname, 'tracer.cpp')], { stdio: ['ignore', 'ignore', 'pipe'] });
    execFileSync(tracer, [join(folder, 'trial'), 'true'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    const said = (error as { stderr?: Buffer }).stderr?.toString().trim() || String(error);
    throw new Error(
      `The proof that acknowledged means flushed needs g++ and leave to trace a program of one's own (ptrace), which some containers forbid: ${said}`,
      { cause: error },
    );
  }
  return [tracer, log];
}
