import { join } from 'node:path';
import { z } from 'zod';
import { ExposureRefused, readExposure, type CertificateFiles } from '#network';
import type { Limits } from './http/limits.js';

/** What was one chain is now part of a workflow; going on without it would approve otherwise than was said. */
export const CHAIN_IS_GONE =
  'is no longer read; put its steps under "chains: rendicontazione" of a workflow file (docs/workflow.md) and name that file in TRAGUARDO_WORKFLOW';

/** What was a variable is now the body's own rule, kept with its version. */
export const CUT_OFF_IS_GONE =
  'is no longer read; write it as "variations: { cutOff: 12-15 }" in the workflow file (docs/workflow.md), raise the version of the file, and take the variable out of the environment';

const Environment = z.object({
  TRAGUARDO_BODY: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
    .default('demo'),
  TRAGUARDO_DATA: z.string().min(1).default(join('data', 'demo')),
  TRAGUARDO_CLOCK: z.enum(['system', 'simulated']).default('system'),
  TRAGUARDO_SCAN_COMMAND: z.string().min(1).optional(),
  TRAGUARDO_MAX_DOCUMENT: z.coerce.number('a number of MB').min(1).max(1024).default(25),
  TRAGUARDO_WORKFLOW: z.string().min(1).optional(),
  TRAGUARDO_VARIATION_CUT_OFF: z.undefined(CUT_OFF_IS_GONE).optional(),
  TRAGUARDO_CHAIN: z.undefined(CHAIN_IS_GONE).optional(),
  EVENTSTORE_URL: z.string().min(1),
  DATABASE_URL: z.string().min(1),
  TRAGUARDO_MAIL_DOMAIN: z.string().optional(),
  TRAGUARDO_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  TRAGUARDO_LOOPBACK_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

export interface ApiConfig {
  readonly body: string;
  /** The body's own folder. */
  readonly data: string;
  readonly clock: 'system' | 'simulated';
  /** Path of the workflow file; absent: the one that comes with the program. */
  readonly workflow?: string;
  /** Largest evidence file or plan. */
  readonly documentLimitBytes: number;
  /** Scans each file before it is kept; absent: none does. */
  readonly scanCommand?: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Encryption by the API itself; absent: plain HTTP. */
  readonly tls?: CertificateFiles;
  /** Addresses or networks of proxies whose word on address, host and protocol counts; absent: none. */
  readonly trustProxy?: readonly string[];
  /** Where people reach it, without a slash at the end. */
  readonly url?: string;
  /** Of a second listener, plain and for this machine alone; absent: none. */
  readonly loopbackPort?: number;
  /** What the sender's address ends in. */
  readonly mailDomain?: string;
  readonly limits?: Partial<Limits>;
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
  const {
    TRAGUARDO_WORKFLOW: workflow,
    TRAGUARDO_LOOPBACK_PORT: loopbackPort,
    TRAGUARDO_REQUESTS_PER_MINUTE: perMinute,
    ...env
  } = read.data;
  const { host, tls, proxies, url } = exposureIn(environment);
  return {
    body: env.TRAGUARDO_BODY,
    data: env.TRAGUARDO_DATA,
    clock: env.TRAGUARDO_CLOCK,
    ...(workflow !== undefined && { workflow }),
    documentLimitBytes: env.TRAGUARDO_MAX_DOCUMENT * 1024 * 1024,
    ...(env.TRAGUARDO_SCAN_COMMAND !== undefined && { scanCommand: env.TRAGUARDO_SCAN_COMMAND }),
    eventStoreUrl: env.EVENTSTORE_URL,
    databaseUrl: env.DATABASE_URL,
    host,
    port: env.PORT,
    ...(tls && { tls }),
    ...(proxies.length > 0 && { trustProxy: proxies }),
    ...(url !== undefined && { url }),
    ...(loopbackPort !== undefined && { loopbackPort }),
    ...(env.TRAGUARDO_MAIL_DOMAIN && { mailDomain: env.TRAGUARDO_MAIL_DOMAIN }),
    ...(perMinute !== undefined && { limits: { session: perMinute } }),
  };
}

function exposureIn(environment: NodeJS.ProcessEnv) {
  try {
    return readExposure(environment);
  } catch (error) {
    if (error instanceof ExposureRefused) throw new ConfigInvalid(error.message, { cause: error });
    throw error;
  }
}
