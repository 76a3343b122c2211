import { correlationIn } from '../log/correlation.js';
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
      return hashOf(correlationIn(contentOf(bytes).metadata.toString()) ?? headingOf(bytes).stream);
  }
}
