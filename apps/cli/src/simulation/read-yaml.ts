import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a file of the demonstration, line by line. */
export class FileInvalid extends Error {
  override readonly name = 'FileInvalid';
  readonly code = 'scenario/invalid';
  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super(`${file} cannot be used. Correct:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/**
 * Reads YAML text into what the schema describes.
 *
 * @param file  its name, for the messages
 * @throws FileInvalid with the line of every problem
 */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema, file: string): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new FileInvalid(
      file,
      document.errors.map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`),
    );
  }
  const read = schema.safeParse(document.toJS());
  if (read.success) return read.data;
  throw new FileInvalid(
    file,
    read.error.issues.map((issue) => `line ${lineOf(issue.path)}: ${issue.path.join('.')}: ${issue.message}`),
  );

  // a missing key has no node of its own: the nearest one around it stands for it
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return lines.linePos(Number(node.range[0])).line;
      }
    }
    return 1;
  }
}
