import { correlationIn } from '../log/correlation.js';
import { isHidden } from '../log/hidden.js';
import type { Heading } from '../log/record.js';

/** An event as an index looks at it. */
export interface Source extends Heading {
  /** Its metadata as text; asked for only where it is needed. */
  metadata(): string;
}

/** Where an index notes an event, and in which words. */
export interface Note {
  readonly stream: string;
  readonly type: '$>' | '$@';
  readonly text: string;
}

/** Pure: the same event is always noted in the same way, or never. */
export type Index = (source: Source) => Note | undefined;

const SEPARATOR = '-';

/** The projections that every server of EventStoreDB has, by name. */
export const STANDARD: Readonly<Record<string, Index>> = {
  /** The events of all streams whose names begin alike: `$ce-piano` has those of `piano-2022` and `piano-2023`. */
  $by_category: (source) => {
    const category = categoryOf(source.stream);
    return category === undefined ? undefined : link(`$ce-${category}`, source);
  },

  $by_event_type: (source) => link(`$et-${source.type}`, source),

  $by_correlation_id: (source) => {
    const id = correlationIn(source.metadata());
    return id === undefined ? undefined : link(`$bc-${id}`, source);
  },

  /** The first event of every stream. */
  $streams: (source) => (source.revision === 0 && !isSystem(source.stream) ? link('$streams', source) : undefined),

  /** The names of the streams of a category. */
  $stream_by_category: (source) => {
    const category = source.revision === 0 ? categoryOf(source.stream) : undefined;
    return category === undefined ? undefined : { stream: `$category-${category}`, type: '$@', text: source.stream };
  },
};

/**
 * What indexes and deletions write themselves is not indexed in its turn, nor is what the whole log does not show: the
 * link to a checkpoint of a persistent subscription would be news to it, and lead to the next checkpoint.
 */
export function isIndexed({ type, stream }: Heading): boolean {
  if (type === '$>' || type === '$@' || type === '$streamDeleted') return false;
  return !stream.startsWith('$projections-') && !isHidden(stream);
}

/** Whether a stream is one that these write. */
export function isIndex(stream: string): boolean {
  return /^\$(?:ce-|et-|bc-|category-|streams$)/.test(stream);
}

function link(stream: string, source: Source): Note {
  return { stream, type: '$>', text: `${source.revision}@${source.stream}` };
}

function isSystem(stream: string): boolean {
  return stream.startsWith('$');
}

function categoryOf(stream: string): string | undefined {
  const end = stream.indexOf(SEPARATOR);
  return end > 0 && !isSystem(stream) ? stream.slice(0, end) : undefined;
}
