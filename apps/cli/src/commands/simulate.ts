import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { folderFailure } from '../supervisor/start-failure.js';

interface Wanted {
  readonly year?: number;
  readonly example?: string;
  readonly out?: string;
  readonly json?: true;
  readonly keep?: true;
}

/** `traguardo simulate`: lives through the year of a demonstration and prints the plan with its last column filled. */
export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('live through the year of a plan in seconds, in a stack and folder of its own')
    .option('--example <name>', 'the body: one of examples/, or a folder with files like theirs (comune)')
    .option('--year <year>', 'the year of the plan (the only one that the example tells)', parseYear)
    .option('--out <folder>', 'where the plan is written as Markdown and Word (data/simulation-<year>)')
    .option('--json', 'print one JSON document instead of the tables')
    .option('--keep', 'leave the folder of the stack in place')
    .action((wanted: Wanted) => simulate(wanted));
}

async function simulate({ year: wanted, example = 'comune', out, json, keep }: Wanted): Promise<void> {
  const begun = performance.now();
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());
  const { folderOf, loadStory, simulateYear, usually, showProgress, askOutcome, render, summaryOf, summaryLines } =
    await parts();

  const story = await loadStory(wanted ?? null, folderOf(example));
  const year = story.planId;
  const folder = writable(resolve(out ?? join('data', `simulation-${year}`)));
  const progress = showProgress(`Year ${year}`, story.acts.length, process.stderr);
  const outcome = await simulateYear(
    {
      story,
      keep: keep === true,
      abort: interrupted.signal,
      onProgress: (done, doing) => progress.show(done, doing),
    },
    async ({ townHall, refusals, stack }) => ({
      ...(await askOutcome(townHall, usually(story.organisation, 'giunta'), story.planId)),
      refusals,
      folder: stack.folder,
    }),
  ).finally(() => progress.end());

  const rendered = await render(outcome.table);
  const files = {
    markdown: join(folder, `piano-${year}-realizzato.md`),
    docx: join(folder, `piano-${year}-realizzato.docx`),
  };
  writeFileSync(files.markdown, rendered.markdown);
  writeFileSync(files.docx, rendered.docx);

  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const kept = keep === true ? { stack: outcome.folder } : {};
  const summary = summaryOf(story, outcome);
  if (json === true) return console.log(JSON.stringify({ ...summary, files, ...kept, seconds }, null, 2));
  const where = Object.values({ ...files, ...kept }).map((path) => `Written: ${path}`);
  const lines = [...summaryLines(summary), '', ...where, `Done in ${seconds} s`];
  console.log(`${rendered.terminal(process.stdout.columns)}\n${lines.join('\n')}`);
}

/** The folder the plan goes to: known before the year is lived, not after. */
function writable(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderFailure(error, folder);
  }
  return folder;
}

/** Loaded when they are needed: no other command pays for them. */
async function parts() {
  const [
    { folderOf, loadStory },
    { simulateYear },
    { usually },
    { showProgress },
    { askOutcome },
    { render },
    summary,
  ] = await Promise.all([
    import('../simulation/story.js'),
    import('../simulation/simulate-year.js'),
    import('../simulation/organisation.js'),
    import('../simulation/progress.js'),
    import('../simulation/outcome.js'),
    import('../rendering/render.js'),
    import('../simulation/summary.js'),
  ]);
  return { folderOf, loadStory, simulateYear, usually, showProgress, askOutcome, render, ...summary };
}

function parseYear(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`"${text}" is not a year: write it in four figures.`);
}
