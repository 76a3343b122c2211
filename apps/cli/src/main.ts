import { Command } from 'commander';
import { addBackup } from './commands/backup.js';
import { addDoctor } from './commands/doctor.js';
import { addImport } from './commands/import.js';
import { addLint } from './commands/lint.js';
import { addNode } from './commands/node.js';
import { addRestore } from './commands/restore.js';
import { addSimulate } from './commands/simulate.js';
import { addSystemd } from './commands/systemd.js';
import { addUp } from './commands/up.js';
import { addVerify } from './commands/verify.js';
import { addWorkflow } from './commands/workflow.js';

// A new subcommand is a file in commands/ that exports add…(program), and one line here.
const program = new Command('traguardo').description(
  'performance objectives of a public body, from the plan to the premium',
);
addUp(program);
addNode(program);
addSimulate(program);
addVerify(program);
addImport(program);
addLint(program);
addWorkflow(program);
addBackup(program);
addRestore(program);
addDoctor(program);
addSystemd(program);

try {
  await program.parseAsync();
} catch (error) {
  // What was expected to fail says so in a sentence with a code; anything else is a fault and shows where.
  const expected = error instanceof Error && 'code' in error && !('syscall' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
