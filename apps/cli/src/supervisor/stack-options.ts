import type { Exposure } from '#network';
import type { ExternalParts } from './external-parts.js';

export interface StackPorts {
  readonly api: number;
  readonly node: number;
  readonly postgres: number;
}

export interface StackOptions {
  /** Folder that holds a folder per body. */
  readonly data: string;
  /** Lower case letters, digits and single hyphens: it is part of stream names. */
  readonly body: string;
  readonly clock: 'system' | 'simulated';
  /** The workflow file; the standard one unless said. */
  readonly workflow?: string;
  /** 0, also where nothing is said: any free one. */
  readonly ports?: Partial<StackPorts>;
  /** Where the API listens; on this machine alone unless said. All other parts always do. */
  readonly exposure?: Exposure;
  /** Further variables for the parts. */
  readonly env?: Readonly<Record<string, string>>;
  /** Addresses of parts that run elsewhere and are not started. */
  readonly external?: ExternalParts;
  /** Wait for the disk; `false` for tests only, and only the tables: the log always waits. */
  readonly durable?: boolean;
  /** Other programs in the place of ours, for tests of the supervisor. */
  readonly programs?: Partial<Record<'node' | 'api' | 'worker', string>>;
  /** Interrupts the start. */
  readonly abort?: AbortSignal;
  onProgress?(line: string): void;
}
