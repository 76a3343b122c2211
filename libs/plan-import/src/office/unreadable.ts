import { problem, type Problem, type ProblemCode } from '../problem.js';
import { WHOLE_DOCUMENT } from '../place.js';
import type { Wording } from '../text.js';

/** Why a file cannot be read at all; caught where the reading of a file begins. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.code, options);
  }
}

function whole(code: ProblemCode, it: string, en: string): Unreadable {
  return new Unreadable(problem(WHOLE_DOCUMENT, code, it, en));
}

/** @param what  what the file is, in both languages */
export function unsupported(it: string, en: string): Unreadable {
  return whole(
    'import/unsupported-format',
    `Il file è ${it}: aprirlo con il programma d'ufficio e salvarlo come .docx o .xlsx, oppure come testo.`,
    `The file is ${en}: open it in an office program and save it as .docx or .xlsx, or as text.`,
  );
}

export function encrypted(): Unreadable {
  return whole(
    'import/encrypted-file',
    'Il file è protetto da una password: aprirlo, togliere la password e salvarlo di nuovo.',
    'The file is protected by a password: open it, remove the password and save it again.',
  );
}

export function damaged(): Unreadable {
  return whole(
    'import/damaged-file',
    "Il file è danneggiato o incompleto: aprirlo con il programma d'ufficio, salvarlo di nuovo e riprovare.",
    'The file is damaged or incomplete: open it in an office program, save it again and retry.',
  );
}

export function tooBig(): Unreadable {
  return whole(
    'import/too-large',
    'Il file contiene molto più di quanto un piano possa contenere: lasciare solo il piano, senza allegati né immagini, e salvarlo di nuovo.',
    'The file holds far more than a plan can: keep only the plan, without attachments or images, and save it again.',
  );
}

export function unsafe(it: string, en: string): Unreadable {
  return whole(
    'import/unsafe-file',
    `Il file ${it}, come nessun programma d'ufficio scrive: non viene letto.`,
    `The file ${en}, as no office program writes: it is not read.`,
  );
}

/** @param only  what the file should hold and nothing else */
export function tookTooLong(timeMs: number, only: Wording): Unreadable {
  const seconds = Math.round(timeMs / 1_000);
  return whole(
    'import/took-too-long',
    `La lettura ha superato ${seconds} secondi ed è stata interrotta: lasciare nel file solo ${only.it} e salvarlo di nuovo.`,
    `Reading took longer than ${seconds} seconds and was stopped: keep only ${only.en} in the file and save it again.`,
  );
}
