import { Command, InvalidArgumentError } from 'commander';
import { lintOf } from '#domain';
import { readPlanFile, reportLines, reportOf, type Language } from '#plan-import';
import { askBody, bodyAskedLine, bodyAskedReport } from '../importing/ask-body.js';
import { ImportFailure } from '../importing/import-failure.js';
import { lintLines, lintReport } from '../importing/lint-lines.js';
import { bytesOfPlan, readAnswersFile } from '../importing/read-files.js';
import { EXIT } from '../importing/verdict.js';

interface Wanted {
  readonly json?: true;
  readonly answers?: string;
  readonly patronDay?: string;
  readonly strict?: true;
  readonly url?: string;
  readonly body: string;
}

/** With `--strict`: there is something that asks for a change or a reason. */
const WARNINGS = 4;

/** `traguardo lint FILE`: what in a plan will make trouble, before anybody approves it. Writes nothing. */
export function addLint(program: Command): void {
  program.addCommand(lintCommand());
}

export function lintCommand(): Command {
  return new Command('lint')
    .description('look a plan through before it is approved; exit code 2: it cannot be read, with --strict 4: warnings')
    .argument('<file>', 'the plan as .docx, .xlsx or text')
    .option('--json', 'print one JSON document')
    .option('--answers <file>', 'answers to the questions of the reading; the proposals are taken for the others')
    .option('--patron-day <MM-DD>', 'the holiday of the patron saint', monthDay)
    .option('--strict', 'end with 4 where there are warnings')
    .option(
      '--url <url>',
      'address of the running instance (http://127.0.0.1:3000, or PORT), by whose offices it is read',
    )
    .option('--body <name>', 'whose instance: its folder holds the token', process.env['TRAGUARDO_BODY'] || 'demo')
    .action(async (file: string, wanted: Wanted) => {
      process.exitCode = await lint(file, wanted, process.env);
    });
}

/** @returns the exit code */
async function lint(file: string, wanted: Wanted, env: NodeJS.ProcessEnv): Promise<number> {
  const { json, answers, patronDay, strict } = wanted;
  const language: Language = /^it/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'it' : 'en';
  const print = (data: object) => console.log(JSON.stringify(data, null, 2));
  try {
    const options = { answers: readAnswersFile(answers) };
    const bytes = bytesOfPlan(file);
    const asked = await askBody(wanted, env);
    const reading = readPlanFile(bytes, { ...options, ...(asked.url === null ? {} : asked.offices) });
    const offices = bodyAskedReport(asked, language);
    const { document } = reading;
    if (document === null) {
      if (json === true) print({ ...reportOf(reading, language), offices });
      else console.log([...reportLines(reading, language), '', bodyAskedLine(asked, language)].join('\n'));
      return EXIT.problems;
    }
    const body = asked.url === null ? {} : asked.lint;
    const found = lintOf(document, { ...body, patronDay: patronDay ?? body.patronDay ?? null });
    if (json === true) print({ ...lintReport(document, found, language), offices });
    else console.log([...lintLines(document, found, language), '', bodyAskedLine(asked, language)].join('\n'));
    return strict === true && found.findings.some(({ severity }) => severity === 'warning') ? WARNINGS : EXIT.done;
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    if (json === true) print({ error: { code: error.code, message: error.message } });
    console.error(error.message);
    return EXIT.failed;
  }
}

function monthDay(text: string): string {
  if (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return text;
  throw new InvalidArgumentError('write the month and the day, such as 11-11.');
}
