import type { Filter } from '../log/filter.js';
import type { Pattern } from '../log/pattern.js';
import { patternOf, PatternUnusable } from '../log/pattern.js';
import { invalidArgument } from './status.js';

/** A subscription keeps them for as long as it lasts. */
const MOST_CHARACTERS = 65_536;

interface Expression {
  getRegex(): string;
  getPrefixList(): string[];
}

/** The message is the same in every call that filters. */
interface FilterOptions {
  hasStreamIdentifier(): boolean;
  getStreamIdentifier(): Expression | undefined;
  getEventType(): Expression | undefined;
}

/** @throws CallFailed INVALID_ARGUMENT when there is no expression, or none that can be read */
export function filterOf(asked: FilterOptions | undefined): Filter {
  const expression = asked?.getStreamIdentifier() ?? asked?.getEventType();
  if (!expression) throw invalidArgument('The filter lacks its expression.');
  const characters = expression.getPrefixList().reduce((sum, prefix) => sum + prefix.length + 1, 0);
  if (characters > MOST_CHARACTERS)
    throw invalidArgument(`The prefixes of a filter have ${MOST_CHARACTERS} characters at most, together.`);
  return {
    on: asked?.hasStreamIdentifier() ? 'stream' : 'type',
    ...(expression.getRegex() && { pattern: pattern(expression.getRegex()) }),
    prefixes: expression.getPrefixList(),
  };
}

function pattern(source: string): Pattern {
  try {
    return patternOf(source);
  } catch (error) {
    if (!(error instanceof PatternUnusable)) throw error;
    throw invalidArgument(`The filter's pattern cannot be used: ${error.message}`);
  }
}
