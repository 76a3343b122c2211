import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { DEMONSTRATION } from '../supervisor/first-run.js';
import { dataFolder, upConfig } from './up-config.js';

interface Wanted {
  readonly body: string;
  readonly json?: true;
}

/** `traguardo doctor`: says what is wrong, in sentences; exit code 1 where something is. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at everything, running or not, and say what is wrong and what to do')
    .option('--body <name>', 'the body', DEMONSTRATION)
    .option('--json', 'print one JSON document')
    .action((wanted: Wanted) => doctor(wanted));
}

const MARK = { ok: 'ok     ', warning: 'WARNING', problem: 'PROBLEM' } as const;

async function doctor({ body, json }: Wanted): Promise<void> {
  const { examine } = await import('../doctor/examine.js'); // no other command loads its libraries
  const { readable, env } = configOf(body);
  const findings = [
    ...readable,
    ...(await examine({
      body,
      folder: join(resolve(dataFolder(process.env)), body),
      options: upConfig(env, body),
      now: Date.now(),
    })),
  ];
  const many = (of: 'problem' | 'warning') => findings.filter(({ level }) => level === of).length;
  const [wrong, warned] = [many('problem'), many('warning')];
  if (json === true) console.log(JSON.stringify({ body, healthy: wrong === 0, findings }, null, 2));
  else {
    for (const { level, check, message } of findings) console.log(`${MARK[level]} ${check.padEnd(11)} ${message}`);
    console.log(endOf(wrong, warned));
  }
  if (wrong > 0) process.exitCode = 1;
}

function endOf(wrong: number, warned: number): string {
  const toSee = `${warned} ${warned === 1 ? 'warning' : 'warnings'}, above`;
  if (wrong === 0) return warned === 0 ? 'Nothing is wrong.' : `Nothing is broken; see the ${toSee}.`;
  return `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong${warned === 0 ? '' : `; see also the ${toSee}`}.`;
}

/** An environment that no start would accept is the first finding; the rest is looked at without it. */
function configOf(body: string) {
  try {
    upConfig(process.env, body);
    return { readable: [], env: process.env };
  } catch (error) {
    const message = (error as Error).message;
    return { readable: [{ check: 'environment', level: 'problem', message } as const], env: {} };
  }
}
