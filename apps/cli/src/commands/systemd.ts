import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { PROJECT_ROOT } from '../supervisor/project-root.js';
import { systemdUnit } from '../supervisor/systemd-unit.js';
import { dataFolder, parsePort } from './up-config.js';

interface Wanted {
  readonly body: string;
  readonly user?: string;
  readonly environment?: string;
}

/** `traguardo systemd`: prints a unit for this machine. */
export function addSystemd(program: Command): void {
  program
    .command('systemd')
    .description('print a hardened systemd unit with the paths of this machine')
    .requiredOption('--body <name>', 'the body')
    .option('--user <name>', 'who runs it (whoever runs this command; traguardo for root)')
    .option('--environment <file>', 'its variables (/etc/traguardo/<body>.env)')
    .action((wanted: Wanted) => print(wanted));
}

function print({ body, user, environment }: Wanted): void {
  const unit = systemdUnit({
    body,
    user: user ?? ordinaryUser(),
    node: process.execPath,
    program: PROJECT_ROOT,
    data: resolve(dataFolder(process.env)),
    environmentFile: environment ?? join('/etc/traguardo', `${body}.env`),
    port: parsePort(process.env['PORT'] || '3000', 'PORT'),
  });
  process.stdout.write(unit);
}

function ordinaryUser(): string {
  return process.getuid?.() === 0 ? 'traguardo' : userInfo().username;
}
