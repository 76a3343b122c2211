import { InvalidArgumentError } from 'commander';
import { readExposure } from '#network';
import { DEMONSTRATION } from '../supervisor/first-run.js';
import type { StackOptions } from '../supervisor/stack-options.js';

/** Reads what the environment says about a start. */
export function upConfig(env: NodeJS.ProcessEnv, body: string): StackOptions {
  return {
    body,
    data: dataFolder(env),
    clock: clockIn(env, body),
    workflow: workflowIn(env),
    ports: {
      api: portIn(env, 'PORT', 3000),
      node: portIn(env, 'EVENT_NODE_PORT', 2113),
      postgres: portIn(env, 'POSTGRES_PORT', 54213),
    },
    exposure: readExposure(env),
    external: {
      eventStoreUrl: env['EVENTSTORE_URL'] || undefined,
      databaseUrl: env['DATABASE_URL'] || undefined,
      redisUrl: env['REDIS_URL'] || undefined,
    },
  };
}

/** What was a file or a variable of its own is now part of a workflow; going on without it would do otherwise than was said. */
function workflowIn(env: NodeJS.ProcessEnv): string | undefined {
  if (env['TRAGUARDO_VARIATION_CUT_OFF']) {
    throw new InvalidArgumentError(
      'TRAGUARDO_VARIATION_CUT_OFF is no longer read: write it as "variations: { cutOff: 12-15 }" in the workflow file (docs/workflow.md), raise the version of the file, and take the variable out of the environment.',
    );
  }
  if (!env['TRAGUARDO_CHAIN']) return env['TRAGUARDO_WORKFLOW'] || undefined;
  throw new InvalidArgumentError(
    'TRAGUARDO_CHAIN is no longer read: put its steps under "chains: rendicontazione" of a workflow file (docs/workflow.md), name that file in TRAGUARDO_WORKFLOW, and take TRAGUARDO_CHAIN out of the environment.',
  );
}

/** The folder that holds a folder per body. */
export function dataFolder(env: NodeJS.ProcessEnv): string {
  return env['TRAGUARDO_DATA'] || './data';
}

/** A demonstration shows a year that is over: its time is simulated unless somebody says otherwise. */
function clockIn(env: NodeJS.ProcessEnv, body: string): 'system' | 'simulated' {
  const clock = env['TRAGUARDO_CLOCK'] || (body === DEMONSTRATION ? 'simulated' : 'system');
  if (clock === 'system' || clock === 'simulated') return clock;
  throw new InvalidArgumentError(`TRAGUARDO_CLOCK is "${clock}": give "system" or "simulated".`);
}

function portIn(env: NodeJS.ProcessEnv, variable: string, standard: number): number {
  const text = env[variable];
  return text ? parsePort(text, variable) : standard;
}

/** @throws InvalidArgumentError, which commander shows as one line */
export function parsePort(text: string, name = 'port'): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError(
    `${name} is "${text}", which is not a port: give a number from 0 (any free one) to 65535.`,
  );
}
