export const STRATEGIES = ['DispatchToSingle', 'RoundRobin', 'Pinned', 'PinnedByCorrelation'] as const;

/** How events are shared out among the consumers of a group. */
export type Strategy = (typeof STRATEGIES)[number];

/** How one group works, as whoever created it wants. */
export interface Settings {
  readonly resolveLinks: boolean;
  /** Keeps how long consumers take, for whoever asks. */
  readonly extraStatistics: boolean;
  readonly messageTimeoutMs: number;
  /** An event that was tried again this often is parked instead. */
  readonly maxRetryCount: number;
  /** 0: never by time. */
  readonly checkpointAfterMs: number;
  /** By time, but not for fewer events than these. */
  readonly minCheckpointCount: number;
  /** At once, after so many. */
  readonly maxCheckpointCount: number;
  /** 0: as many as come. */
  readonly maxSubscriberCount: number;
  /** Kept and told, without effect: live events are read from the log like all others. */
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  /** Most events read ahead of the consumers. */
  readonly historyBufferSize: number;
  readonly strategy: Strategy;
}

/** Why settings cannot be taken; undefined when they can. */
export function objectionTo(settings: Settings): string | undefined {
  const negative = Object.entries(settings).find(([, value]) => typeof value === 'number' && value < 0);
  if (negative) return `${negative[0]} may not be negative.`;
  if (settings.readBatchSize >= settings.historyBufferSize)
    return 'readBatchSize may not be greater than or equal to historyBufferSize.';
  return undefined;
}
