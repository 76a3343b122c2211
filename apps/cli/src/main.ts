import { Command } from 'commander';

type Add = (program: Command) => void;

// A new subcommand is a file in commands/ that exports add…(program), and one line here. Who asks for one loads that one.
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  up: async () => (await import('./commands/up.js')).addUp,
  node: async () => (await import('./commands/node.js')).addNode,
  simulate: async () => (await import('./commands/simulate.js')).addSimulate,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  import: async () => (await import('./commands/import.js')).addImport,
  lint: async () => (await import('./commands/lint.js')).addLint,
  workflow: async () => (await import('./commands/workflow.js')).addWorkflow,
  backup: async () => (await import('./commands/backup.js')).addBackup,
  restore: async () => (await import('./commands/restore.js')).addRestore,
  doctor: async () => (await import('./commands/doctor.js')).addDoctor,
  systemd: async () => (await import('./commands/systemd.js')).addSystemd,
};

const program = new Command('traguardo').description(
  'performance objectives of a public body, from the plan to the premium',
);
const [asked = ''] = process.argv.slice(2);
const all = Object.keys(commands);
for (const name of all.includes(asked) ? [asked] : all) (await commands[name]?.())?.(program);

try {
  await program.parseAsync();
} catch (error) {
  // What was expected to fail says so in a sentence with a code; anything else is a fault and shows where.
  const expected = error instanceof Error && 'code' in error && !('syscall' in error);
  console.error(expected ? error.message : error);
  process.exitCode = 1;
}
