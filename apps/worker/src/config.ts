import { join, resolve } from 'node:path';
import { z } from 'zod';

const Environment = z.object({
  TRAGUARDO_BODY: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
    .default('demo'),
  TRAGUARDO_DATA: z.string().optional(),
  EVENTSTORE_URL: z.string().default('esdb://127.0.0.1:2113?tls=false'),
  DATABASE_URL: z.string({ error: 'needed: the connection string of PostgreSQL' }),
  REDIS_URL: z.string().optional(),
  TRAGUARDO_CLOCK: z.enum(['system', 'simulated']).default('system'),
  TRAGUARDO_MAIL_DOMAIN: z.string().optional(),
  TRAGUARDO_URL: z.string().optional(),
  PORT: z.coerce.number().int().default(3000),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  readonly body: string;
  /** Connection strings. */
  readonly eventStore: string;
  readonly database: string;
  /** Null: jobs live in PostgreSQL. */
  readonly redis: string | null;
  readonly clock: 'system' | 'simulated';
  /** Folder of the messages. */
  readonly mail: string;
  readonly mailDomain: string;
  /** Where people reach the application, without a slash at the end. */
  readonly url: string;
  readonly logLevel: string;
}

/** @throws Error one sentence that names each variable that is wrong */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // a variable that is set to nothing is not set
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const { data: env, error } = Environment.safeParse(set);
  if (error) {
    const reasons = error.issues.map(({ path, message }) => `${path.join('.')} (${message})`);
    throw new Error(`The worker cannot start: the environment is wrong in ${reasons.join(', ')}.`);
  }
  return {
    body: env.TRAGUARDO_BODY,
    eventStore: env.EVENTSTORE_URL,
    database: env.DATABASE_URL,
    redis: env.REDIS_URL ?? null,
    clock: env.TRAGUARDO_CLOCK,
    mail: join(resolve(env.TRAGUARDO_DATA ?? join('data', env.TRAGUARDO_BODY)), 'mail'),
    mailDomain: env.TRAGUARDO_MAIL_DOMAIN ?? `${env.TRAGUARDO_BODY}.invalid`,
    url: (env.TRAGUARDO_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    logLevel: env.LOG_LEVEL,
  };
}
