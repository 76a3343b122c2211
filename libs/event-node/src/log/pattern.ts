import { RE2JS } from 're2js';

/** Long enough for what people write, short enough to be compiled at once. */
const LONGEST = 4096;

export class PatternUnusable extends Error {
  override readonly name = 'PatternUnusable';
}

/** The pattern of a filter. */
export interface Pattern {
  readonly source: string;
  /** Looks anywhere in the text. */
  test(text: string): boolean;
}

/**
 * Takes time in proportion to the text, whatever the pattern: a reader cannot stop the node with `(a+)+b`. The price
 * is that there is no looking around and no back reference.
 *
 * @throws PatternUnusable
 */
export function patternOf(source: string): Pattern {
  if (source.length > LONGEST) throw new PatternUnusable(`A pattern has ${LONGEST} characters at most.`);
  const expression = compiled(source);
  return { source, test: (text) => expression.test(text) };
}

function compiled(source: string): RE2JS {
  try {
    return RE2JS.compile(RE2JS.translateRegExp(source));
  } catch (error) {
    throw new PatternUnusable(error instanceof Error ? error.message : 'The pattern cannot be read.');
  }
}
