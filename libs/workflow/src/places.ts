import { isMap, isPair, isScalar, isSeq, type Document, type LineCounter, type Pair, type YAMLMap } from 'yaml';
import type { Path } from './mistake.js';

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where things stand in a file. What is missing stands where that begins which lacks it. */
export class Places {
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  at(offset: number): Place {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Of a value. */
  of(path: Path): Place {
    return this.at(this.offsetOf(path));
  }

  /** Of the name of a key. */
  ofKey(path: Path): Place {
    const parent = this.nodeAt(path.slice(0, -1));
    const pair = isMap(parent) ? this.pairOf(parent, path.at(-1)) : undefined;
    return this.at(startOf(pair?.key) ?? this.offsetOf(path));
  }

  private offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const start = startOf(this.nodeAt(path.slice(0, length)));
      if (start !== null) return start;
    }
    return startOf(this.document.contents) ?? 0;
  }

  private nodeAt(path: Path): unknown {
    let node: unknown = this.document.contents;
    for (const part of path) {
      if (isSeq(node)) node = node.items[Number(part)];
      else if (isMap(node)) node = this.pairOf(node, part)?.value;
      else return undefined;
    }
    return isPair(node) ? node.value : node;
  }

  /** Of keys with one name the last. */
  private pairOf(keys: YAMLMap, key: unknown): Pair | undefined {
    const pairs = this.pairs.get(keys) ?? new Map(keys.items.map((pair) => [keyOf(pair.key), pair]));
    this.pairs.set(keys, pairs);
    return pairs.get(String(key));
  }
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | null {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) ? Number(range[0]) : null;
}
