import type { Stored } from '../log/storage.js';
import { contentOf, headingOf } from '../log/record.js';
import { hashOf } from './hash.js';
import type { Strategy } from './settings.js';

/** A number for what an event belongs to: its stream, or the work it is part of. */
export function pinOf(strategy: Strategy, { bytes }: Stored): number {
  switch (strategy) {
    case 'DispatchToSingle':
    case 'RoundRobin':
      return 0;
    case 'Pinned':
      return hashOf(headingOf(bytes).stream);
    case 'PinnedByCorrelation':
      return hashOf(correlationOf(contentOf(bytes).metadata) ?? headingOf(bytes).stream);
  }
}

function correlationOf(metadata: Buffer): string | undefined {
  try {
    const value: unknown = JSON.parse(metadata.toString());
    const id: unknown = value && typeof value === 'object' ? Reflect.get(value, '$correlationId') : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
