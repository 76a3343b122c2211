import { join } from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  TRAGUARDO_BODY: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
    .default('demo'),
  TRAGUARDO_DATA: z.string().min(1).default(join('data', 'demo')),
  TRAGUARDO_CLOCK: z.enum(['system', 'simulated']).default('system'),
  TRAGUARDO_MAX_DOCUMENT: z.coerce.number('a number of MB').min(1).max(1024).default(25),
  TRAGUARDO_CHAIN: z.string().min(1).optional(),
  EVENTSTORE_URL: z.string().min(1),
  DATABASE_URL: z.string().min(1),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

export interface ApiConfig {
  readonly body: string;
  /** The body's own folder. */
  readonly data: string;
  readonly clock: 'system' | 'simulated';
  /** Path of the approval chain; absent: the one that comes with the program. */
  readonly chain?: string;
  /** Largest evidence file or plan. */
  readonly documentLimitBytes: number;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Addresses or networks of proxies whose word on address, host and protocol counts; absent: none. */
  readonly trustProxy?: readonly string[];
}

/** The configuration is not usable; the message says which variable and why. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** @throws ConfigInvalid */
export function readConfig(environment: NodeJS.ProcessEnv): ApiConfig {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigInvalid(`The environment of the API is not usable. ${wrong.join('; ')}.`);
  }
  const { TRAGUARDO_CHAIN: chain, ...env } = read.data;
  return {
    body: env.TRAGUARDO_BODY,
    data: env.TRAGUARDO_DATA,
    clock: env.TRAGUARDO_CLOCK,
    ...(chain !== undefined && { chain }),
    documentLimitBytes: env.TRAGUARDO_MAX_DOCUMENT * 1024 * 1024,
    eventStoreUrl: env.EVENTSTORE_URL,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST,
    port: env.PORT,
  };
}
