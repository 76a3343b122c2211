import { isAlias, isCollection, isNode, isPair, visit, type Document, type Node } from 'yaml';

/** An alias (`*name`) that cannot be followed. */
export interface BadAlias {
  readonly reason: 'UNKNOWN_ALIAS' | 'SELF_ALIAS' | 'TOO_MANY_ALIASES';
  readonly source: string;
  readonly at: number;
}

/** Values within values: a workflow has eight. */
const MOST_LEVELS = 64;

/** Values that all aliases together recall: beyond, aliases of aliases would fill the memory. */
const MOST_RECALLED = 20_000;

/** Where the first value begins that lies too deep for whoever reads it; null: none does. */
export function tooDeep(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Collection(_, { range }, ancestors) {
      // the pair of a key and its value is one of them
      if (ancestors.length <= 2 * MOST_LEVELS) return undefined;
      found = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** The first alias that recalls nothing, what it lies in itself, or too much. */
export function badAlias(document: Document): BadAlias | null {
  const named = new Map<string, Node>();
  const sizes = new Map<Node, number>();
  const open = new Set<Node>();
  let recalled = 0;
  let found: BadAlias | null = null;

  const followed = (source: string, at: number): number => {
    const target = named.get(source);
    const isOpen = target !== undefined && open.has(target);
    const size = target === undefined || isOpen ? 0 : (sizes.get(target) ?? 0);
    recalled += size;
    if (target === undefined) found ??= { reason: 'UNKNOWN_ALIAS', source, at };
    else if (isOpen) found ??= { reason: 'SELF_ALIAS', source, at };
    else if (recalled > MOST_RECALLED) found ??= { reason: 'TOO_MANY_ALIASES', source, at };
    return size;
  };
  /** How many values it has, with those that its aliases recall. */
  const sizeOf = (value: unknown): number => {
    if (found !== null) return 0;
    if (isPair(value)) return sizeOf(value.key) + sizeOf(value.value);
    if (isAlias(value)) return followed(value.source, value.range?.[0] ?? 0);
    if (!isNode(value)) return 1;
    if ('anchor' in value && value.anchor !== undefined) named.set(value.anchor, value);
    open.add(value);
    const size = 1 + (isCollection(value) ? value.items.reduce<number>((sum, item) => sum + sizeOf(item), 0) : 0);
    open.delete(value);
    sizes.set(value, size);
    return size;
  };
  sizeOf(document.contents);
  return found;
}
