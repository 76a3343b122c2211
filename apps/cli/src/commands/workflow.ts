import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { permissions } from '#auth';
import { approvalSubjects, type ApprovalSubject } from '#domain';
import {
  drawChain,
  drawEvaluations,
  drawLifecycle,
  drawWorkflow,
  readWorkflow,
  workflowSchema,
  type DrawingLanguage,
  type WorkflowReading,
} from '#workflow';
import { tokenFor } from '../importing/read-files.js';
import { mistakeLines, warningLines } from '../workflow/mistake-lines.js';
import { publishWorkflow } from '../workflow/publish.js';
import { WorkflowFailure } from '../workflow/workflow-failure.js';

interface Drawn {
  readonly part?: string;
  readonly language: DrawingLanguage;
}

interface Published {
  readonly url?: string;
  readonly body: string;
}

/** `traguardo workflow …`: checks, draws and publishes the file that says how a body does things. */
export function addWorkflow(program: Command): void {
  program.addCommand(workflowCommand());
}

export function workflowCommand(): Command {
  const workflow = new Command('workflow').description('check, draw and publish a workflow file (docs/workflow.md)');
  workflow
    .command('check')
    .description(
      'say every mistake in a file, with its line and what to do, and what may leave nobody to act; exit code 1: there are mistakes',
    )
    .argument('<file>', 'YAML or JSON')
    .option('--json', 'print one JSON document')
    .action((file: string, { json }: { json?: true }) => {
      process.exitCode = check(file, json === true);
    });
  workflow
    .command('draw')
    .description('draw a file in Mermaid: a Markdown document, or one part alone')
    .argument('<file>', 'YAML or JSON')
    .option('--part <part>', `lifecycle, evaluations, or a chain: ${approvalSubjects.join(', ')}`)
    .addOption(new Option('--language <language>', 'of names').choices(['it', 'en']).default(spoken(process.env)))
    .action((file: string, drawn: Drawn) => console.log(draw(file, drawn).trimEnd()));
  workflow
    .command('schema')
    .description('print the JSON Schema by which editors complete and check such files')
    .action(() => console.log(JSON.stringify(workflowSchema, null, 2)));
  workflow
    .command('publish')
    .description('publish a file in the running instance: what begins from then on follows it')
    .argument('<file>', 'YAML or JSON')
    .option('--url <url>', 'address of the running instance (http://127.0.0.1:3000, or PORT)')
    .option('--body <name>', 'whose instance: its folder holds the token', process.env['TRAGUARDO_BODY'] || 'demo')
    .action(publish);
  return workflow;
}

function check(file: string, json: boolean): number {
  const reading = read(file);
  const { definition, mistakes } = reading;
  const warnings = reading.definition === null ? [] : reading.warnings;
  if (json) {
    const found = definition === null ? null : { id: definition.id, version: definition.version };
    console.log(JSON.stringify({ file, workflow: found, mistakes, warnings }, null, 2));
  } else if (definition === null) {
    for (const line of mistakeLines(file, mistakes, spoken(process.env))) console.log(line);
  } else {
    const chains = Object.keys(definition.chains).join(', ');
    const states = definition.objective.states.length;
    const which = `${file}: ${definition.id} ${definition.version}`;
    for (const line of warningLines(file, warnings, spoken(process.env))) console.log(line);
    console.log(
      spoken(process.env) === 'it'
        ? `${which}, nessun errore${warnings.length > 0 ? `, avvisi: ${warnings.length}` : ''} (${states} stati; catene: ${chains})`
        : `${which}, no mistakes${warnings.length > 0 ? `, warnings: ${warnings.length}` : ''} (${states} states; chains: ${chains})`,
    );
  }
  return definition === null ? 1 : 0;
}

function draw(file: string, { part, language }: Drawn): string {
  const { definition } = usable(file);
  if (part === undefined) return drawWorkflow(definition, language);
  if (part === 'lifecycle') return drawLifecycle(definition, language);
  if (part === 'evaluations' && definition.evaluations !== undefined) return drawEvaluations(definition, language);
  const parts = Object.keys(definition.chains);
  if (parts.includes(part)) return drawChain(definition, part as ApprovalSubject, language);
  const known = ['lifecycle', ...parts, ...(definition.evaluations === undefined ? [] : ['evaluations'])].join(', ');
  throw new WorkflowFailure('workflow/unknown-part', `${file} has no part "${part}": name one of ${known}.`);
}

async function publish(file: string, { url, body }: Published): Promise<void> {
  const { warnings } = usable(file);
  const address = url ?? `http://127.0.0.1:${process.env['PORT'] || 3000}`;
  const { id, version, inForce } = await publishWorkflow(address, tokenFor(process.env, body), textOf(file));
  for (const line of warningLines(file, warnings, spoken(process.env))) console.log(line);
  console.log(`${id} ${version} is published${inForce ? ' and in force: what begins now follows it' : ''}.`);
}

function usable(file: string): Extract<WorkflowReading, { readonly mistakes: readonly [] }> {
  const reading = read(file);
  if (reading.definition !== null) return reading;
  const lines = mistakeLines(file, reading.mistakes, spoken(process.env));
  throw new WorkflowFailure('workflow/not-usable', lines.join('\n'));
}

function read(file: string): WorkflowReading {
  return readWorkflow(textOf(file), { roles: Object.keys(permissions) });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'there is no such file' : 'it cannot be read';
    throw new WorkflowFailure('workflow/file-unreadable', `${file}: ${why}. Give the path of a workflow file.`, {
      cause,
    });
  }
}

function spoken(env: NodeJS.ProcessEnv): DrawingLanguage {
  return /^it/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'it' : 'en';
}
