import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { allowedTo, permissions, type Action, type Role } from '#auth';
import { routes, type Route } from '#contract';
import { handlersOf } from './handlers.js';

const actions: ReadonlySet<string> = new Set(allowedTo(Object.keys(permissions) as Role[]));

/** Whether some role may do it; anything else is a mistake in the table of routes. */
export function isAction(text: string): text is Action {
  return actions.has(text);
}

/**
 * Denies by default, at start: every handler stands for a route, every route has a handler and says who may call it.
 *
 * @throws Error naming what is missing
 */
export function checkRoutes(app: INestApplicationContext): void {
  const answered = new Set(handlersOf(app.get(DiscoveryService)).map(({ name }) => name as string));
  for (const [name, { action }] of Object.entries<Route>(routes)) {
    if (!answered.has(name)) throw new Error(`Nothing answers the route ${name}.`);
    if (action !== 'public' && action !== 'signed-in' && !isAction(action)) {
      throw new Error(`The route ${name} needs ${action}, which no role may do.`);
    }
  }
}
