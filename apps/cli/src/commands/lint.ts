import { Command, InvalidArgumentError } from 'commander';
import { lintOf } from '#domain';
import { readPlanFile, reportLines, reportOf, type Language } from '#plan-import';
import { ImportFailure } from '../importing/import-failure.js';
import { lintLines, lintReport } from '../importing/lint-lines.js';
import { bytesOfPlan, readAnswersFile } from '../importing/read-files.js';
import { EXIT } from '../importing/verdict.js';

interface Wanted {
  readonly json?: true;
  readonly answers?: string;
  readonly patronDay?: string;
  readonly strict?: true;
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
    .action((file: string, wanted: Wanted) => {
      process.exitCode = lint(file, wanted, process.env);
    });
}

/** @returns the exit code */
function lint(file: string, { json, answers, patronDay, strict }: Wanted, env: NodeJS.ProcessEnv): number {
  const language: Language = /^it/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'it' : 'en';
  const print = (data: object) => console.log(JSON.stringify(data, null, 2));
  try {
    const reading = readPlanFile(bytesOfPlan(file), { answers: readAnswersFile(answers) });
    const { document } = reading;
    if (document === null) {
      if (json === true) print(reportOf(reading, language));
      else console.log(reportLines(reading, language).join('\n'));
      return EXIT.problems;
    }
    const found = lintOf(document, { patronDay: patronDay ?? null });
    if (json === true) print(lintReport(document, found, language));
    else console.log(lintLines(document, found, language).join('\n'));
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
