import type { Filter } from './filter.js';
import { matches } from './filter.js';
import type { Heading } from './record.js';
import { headingOf } from './record.js';
import type { Entry } from './storage.js';
import type { Waking, Watching } from './watching.js';

/** Of followers who merely want to hear how far the log has come, so many are told at once, and so many a millisecond. */
const MOST_TOLD_OF_NOTHING = 100;
const TOLD_OF_NOTHING_PER_MS = 1;

/** What a follower of the whole log wants to hear of. */
export interface Question {
  readonly filter?: Filter;
  /** With a filter: also after this many entries without a match. */
  readonly atLeastEvery: number;
}

/** Followers who ask the same, and are answered together. */
export interface Asked {
  readonly question: Question;
  readonly text: string;
  /** Those that have heard of nothing since they asked, the one that has listened longest first. */
  readonly listening: Set<Watching>;
  followers: number;
  /** Entries that have gone by. */
  passed: number;
}

/** What followers of the whole log ask. A batch costs what different questions cost, however many ask them. */
export class Questions {
  private readonly asked = new Map<string, Asked>();
  private allowed = MOST_TOLD_OF_NOTHING;
  private allowedAtMs: number;

  constructor(
    private readonly waking: Waking,
    private readonly nowMs: () => number,
  ) {
    this.allowedAtMs = nowMs();
  }

  count(): number {
    return [...this.asked.values()].reduce((sum, { followers }) => sum + followers, 0);
  }

  ask(question: Question): Asked {
    const text = `${textOf(question.filter)} ${question.atLeastEvery}`;
    const known = this.asked.get(text) ?? { question, text, listening: new Set(), followers: 0, passed: 0 };
    this.asked.set(text, known);
    known.followers += 1;
    return known;
  }

  leave(asked: Asked): void {
    asked.followers -= 1;
    if (asked.followers === 0) this.asked.delete(asked.text);
  }

  grewBy(entries: readonly Entry[]): void {
    const upTo = entries.at(-1)?.position;
    let headings: Heading[] | undefined;
    this.allow();
    const toldOfNothing: Asked[] = [];
    for (const asked of this.asked.values()) {
      const { filter } = asked.question;
      asked.passed += entries.length;
      if (asked.listening.size === 0) continue;
      if (filter) headings ??= entries.map(({ bytes }) => headingOf(bytes));
      if (!filter || headings?.some((heading) => matches(filter, heading))) {
        for (const watching of asked.listening) this.waking.tell(watching);
        asked.listening.clear();
      } else if (this.tellOfNothing(asked, upTo)) toldOfNothing.push(asked);
    }
    // to the end of the queue
    for (const asked of toldOfNothing) {
      this.asked.delete(asked.text);
      this.asked.set(asked.text, asked);
    }
  }

  private tellOfNothing({ question, listening, passed }: Asked, upTo: number | undefined): boolean {
    const before = this.allowed;
    for (const watching of listening) {
      if (this.allowed < 1 || passed - watching.since < question.atLeastEvery) break;
      this.allowed -= 1;
      listening.delete(watching);
      this.waking.tell(watching, upTo);
    }
    return this.allowed < before;
  }

  private allow(): void {
    const nowMs = this.nowMs();
    const gained = (nowMs - this.allowedAtMs) * TOLD_OF_NOTHING_PER_MS;
    this.allowed = Math.min(this.allowed + gained, MOST_TOLD_OF_NOTHING);
    this.allowedAtMs = nowMs;
  }
}

function textOf(filter: Filter | undefined): string {
  if (!filter) return '';
  const { on, pattern, prefixes } = filter;
  return `${on} ${pattern ? `pattern ${pattern.source}` : `prefixes ${prefixes.join('\0')}`}`;
}
