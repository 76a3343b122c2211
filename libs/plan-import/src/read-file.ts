import { fileKind, foreignText } from './file-kind.js';
import { partsOfOfficeFile } from './office/office-file.js';
import { OFFICE_LIMITS } from './office/limits.js';
import { tooBig } from './office/unreadable.js';
import { partsOfText, unreadableParts, type DocumentParts } from './parts.js';
import type { PlanReading } from './plan-reading.js';
import { readParts, type ReadOptions } from './read-plan.js';
import { decodeText } from './text-file/decode-text.js';
import type { Wording } from './text.js';

/**
 * Reads a plan from a file as an office has it: DOCX, XLSX or text, judged by content. Nothing in it is run, computed,
 * looked up or written to disk. Pure and bounded; for files from others see `readingProcess`.
 */
export function readPlanFile(bytes: Uint8Array, options: ReadOptions = {}): PlanReading {
  return readParts(partsOfFile(bytes), options);
}

export function partsOfFile(bytes: Uint8Array): DocumentParts {
  if (bytes.length > OFFICE_LIMITS.fileBytes) return unreadableParts(tooBig().problem);
  const kind = fileKind(bytes);
  if (kind === 'office') return partsOfOfficeFile(bytes);
  if (kind !== 'text') return unreadableParts(kind);
  const { text, mixed } = decodeText(bytes);
  const foreign = foreignText(text);
  return foreign === null ? partsOfText(text, mixed ? [MIXED] : []) : unreadableParts(foreign);
}

const MIXED: Wording = {
  it: 'Il testo mescola due codifiche dei caratteri: ogni riga è letta secondo la sua. Controllare le lettere accentate.',
  en: 'The text mixes two encodings of characters: each line is read by its own. Check the accented letters.',
};
