import { isAlias, isCollection, isPair, isScalar, isSeq, visit, type Document, type Node, type Pair } from 'yaml';
import type { Path } from './mistake.js';

/** What YAML has beside a word for a key, and beside what a value says: none of it is read. */
export interface Oddity {
  readonly code: 'file/merge-key' | 'file/not-a-key' | 'file/no-key' | 'file/alias-as-key' | 'file/tag';
  readonly at: number;
  readonly written: string;
  /** Of the keys among which one is odd, or of an odd value. */
  readonly path: Path;
  readonly of: 'key' | 'value';
}

type Step = Document | Node | Pair;

/** Finds them and takes them out, so that the rest is looked at too. */
export function takeOddities(document: Document): readonly Oddity[] {
  const found: Oddity[] = [];
  const taking: (() => void)[] = [];
  const oddKey = (code: Oddity['code'], pair: Pair, ancestors: readonly Step[], node: unknown, written = '') => {
    found.push({ code, at: rangeOf(node)?.[0] ?? 0, written, path: pathOf(ancestors), of: 'key' });
    taking.push(() => without(ancestors.at(-1), pair));
  };
  visit(document, {
    Pair(_, pair, ancestors) {
      const { key, value } = pair;
      if (isScalar(key) && key.value === '<<') oddKey('file/merge-key', pair, ancestors, key);
      else if (isCollection(key)) oddKey('file/not-a-key', pair, ancestors, key);
      else if (key === null || (isScalar(key) && key.value === null))
        oddKey('file/no-key', pair, ancestors, rangeOf(key) ? key : value);
      else if (!isScalar(key)) oddKey('file/alias-as-key', pair, ancestors, key, isAlias(key) ? `*${key.source}` : '');
    },
    Node(_, node, ancestors) {
      const { tag } = node;
      if (tag === undefined) return;
      const written = tag.replace('tag:yaml.org,2002:', '!!');
      const parent = ancestors.at(-1);
      if (isPair(parent) && parent.key === node) oddKey('file/tag', parent, ancestors.slice(0, -1), node, written);
      else {
        const path = pathOf([...ancestors, node]);
        found.push({ code: 'file/tag', at: rangeOf(node)?.[0] ?? 0, written, path, of: 'value' });
        taking.push(() => emptied(document, parent, node));
      }
    },
  });
  for (const take of taking) take();
  return found;
}

/** Where something stands, by what it lies in; the last of them is the thing itself. */
export function pathOf(steps: readonly unknown[]): Path {
  return steps.slice(0, -1).flatMap((step, at): Path => {
    if (isSeq(step)) return [step.items.indexOf(steps[at + 1])];
    return isPair(step) ? [String(isScalar(step.key) ? step.key.value : step.key)] : [];
  });
}

function without(keys: unknown, pair: Pair): void {
  if (!isCollection(keys)) return;
  const place = (keys.items as unknown[]).indexOf(pair);
  if (place >= 0) keys.items.splice(place, 1);
}

/** Nothing stands there any more, under the name by which others recall it. */
function emptied(document: Document, parent: unknown, node: Node): void {
  const nothing = document.createNode(null);
  if ('anchor' in node && node.anchor !== undefined) nothing.anchor = node.anchor;
  if (isPair(parent)) parent.value = nothing;
  else if (isSeq(parent)) parent.items[parent.items.indexOf(node)] = nothing;
}

function rangeOf(node: unknown): readonly number[] | null {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) ? (range as number[]) : null;
}
