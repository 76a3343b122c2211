import type { Pattern } from './pattern.js';
import type { Heading } from './record.js';

/** Which events of the whole log a reader wants. */
export interface Filter {
  readonly on: 'stream' | 'type';
  /** Wins over the prefixes when present. */
  readonly pattern?: Pattern;
  /** Any of them, case-sensitive. */
  readonly prefixes: readonly string[];
}

export function matches(filter: Filter, heading: Heading): boolean {
  const name = filter.on === 'stream' ? heading.stream : heading.type;
  return filter.pattern ? filter.pattern.test(name) : filter.prefixes.some((prefix) => name.startsWith(prefix));
}
