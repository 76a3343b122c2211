import { pino, type DestinationStream, type Logger } from 'pino';
import { withoutValues } from './without-values.js';

export type { Logger } from 'pino';

interface Options {
  readonly level?: string;
  /** Standard output unless said. */
  readonly destination?: DestinationStream;
}

/** A log of JSON lines. Errors go into it without the values that libraries hang on them or quote. */
export function openLogger(name: string, { level = 'info', destination }: Options = {}): Logger {
  const serializers = {
    err: described,
    error: (value: unknown) => (value instanceof Error ? described(value) : value),
  };
  const options = { name, level, serializers };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface Described {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  /** Lines of the stack, without the message that stands above them. */
  readonly stack?: readonly string[];
  readonly cause?: Described;
}

function described(error: unknown): Described {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutValues(error.message),
    stack: frames.slice(0, MOST_FRAMES).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: described(error.cause) }),
  };
}

const MOST_FRAMES = 12;
