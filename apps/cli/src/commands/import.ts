import { basename } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import {
  decodeText,
  isOfficeFile,
  readPlanFile,
  reportLines,
  reportOf,
  type Language,
  type PlanReading,
} from '#plan-import';
import { addressOf, askBody, bodyAskedLine, bodyAskedReport, type BodyAsked } from '../importing/ask-body.js';
import { ImportFailure } from '../importing/import-failure.js';
import { outcomeWords } from '../importing/outcome-words.js';
import { bytesOfPlan, readAnswersFile, tokenFor } from '../importing/read-files.js';
import { hasPlan, sendDocument, sendPlan } from '../importing/send-plan.js';
import { EXIT, verdictOn } from '../importing/verdict.js';

interface Wanted {
  readonly dryRun?: true;
  readonly json?: true;
  readonly answers?: string;
  readonly yes?: true;
  readonly knowingly?: true;
  readonly url?: string;
  readonly body: string;
}

/** `traguardo import FILE`: reads a plan as published, shows what it says and what it leaves open, and drafts it. */
export function addImport(program: Command): void {
  program.addCommand(importCommand());
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'read a plan as published and draft it; exit code 2: problems, 3: questions left open, nothing written',
    )
    .argument('<file>', 'the plan as .docx, .xlsx or text')
    .option('--dry-run', 'only show what is read, write nothing')
    .option('--json', 'print one JSON document')
    .option('--answers <file>', 'answers to the questions: {"<question>": "<option>"}')
    .option('--yes', 'take the proposed answer of every open question')
    .option('--knowingly', 'it has the numbers of proposals for other objectives, and is drafted all the same')
    .option('--url <url>', 'address of the running instance (http://127.0.0.1:3000, or PORT)')
    .option('--body <name>', 'whose instance: its folder holds the token', process.env['TRAGUARDO_BODY'] || 'demo')
    .action(async (file: string, wanted: Wanted) => {
      process.exitCode = await importPlan(file, wanted, process.env);
    });
}

/** @returns the exit code */
async function importPlan(file: string, wanted: Wanted, env: NodeJS.ProcessEnv): Promise<number> {
  const language: Language = /^it/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'it' : 'en';
  try {
    const bytes = bytesOfPlan(file);
    const answers = readAnswersFile(wanted.answers);
    const asked = await askBody(wanted, env);
    const reading = readPlanFile(bytes, { answers, ...(asked.url === null ? {} : asked.offices) });
    const verdict = verdictOn(reading, wanted.yes === true);
    if (wanted.dryRun === true || verdict !== EXIT.done) {
      show(reading, asked, language, wanted, {});
      return verdict;
    }
    const url = addressOf(wanted, env);
    const token = tokenFor(env, wanted.body);
    // a plan that is there, and a command that is taken all the same: it is the one that drafted it
    const expected = String(reading.document?.year ?? '');
    const known = await hasPlan(url, token, expected);
    const content = isOfficeFile(bytes)
      ? await sendDocument(url, token, basename(file), bytes)
      : { text: decodeText(bytes).text };
    const { exitCode, answer } = await sendPlan(url, token, {
      ...content,
      answers,
      acceptProposals: wanted.yes === true,
      ...(wanted.knowingly === true && { knowingly: true }),
    });
    if (exitCode !== EXIT.done) show(reading, asked, language, wanted, { refused: answer });
    else {
      const planId = typeof answer['planId'] === 'string' ? answer['planId'] : expected;
      show(
        reading,
        asked,
        language,
        wanted,
        { drafted: answer, already: known },
        [outcomeWords({ planId, already: known }, language), ...warningsIn(answer)].join('\n'),
      );
    }
    return exitCode;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    if (wanted.json === true) console.log(JSON.stringify({ error: { code: error.code, message: error.message } }));
    console.error(error.message);
    return EXIT.failed;
  }
}

/** What the document does to proposals, as the API tells it. */
function warningsIn(answer: Readonly<Record<string, unknown>>): readonly string[] {
  const told = z.object({ warnings: z.array(z.object({ detail: z.string() })) }).safeParse(answer);
  return told.success ? told.data.warnings.map(({ detail }) => `! ${detail}`) : [];
}

function show(
  reading: PlanReading,
  asked: BodyAsked,
  language: Language,
  { json, yes }: Wanted,
  outcome: Readonly<Record<string, unknown>>,
  words?: string,
): void {
  if (json === true) {
    const offices = bodyAskedReport(asked, language);
    console.log(JSON.stringify({ ...reportOf(reading, language), offices, ...outcome }, null, 2));
    return;
  }
  // what --yes accepts is not left to confirm
  const shown = yes === true && reading.problems.length === 0 ? { ...reading, questions: [] } : reading;
  console.log([...reportLines(shown, language), '', bodyAskedLine(asked, language)].join('\n'));
  const said =
    words ??
    Object.entries(outcome)
      .map(([what, answer]) => `${what}: ${JSON.stringify(answer)}`)
      .join('\n');
  if (said !== '') console.log(`\n${said}`);
}
