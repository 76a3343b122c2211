import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { permissions, type Action } from '#auth';
import { routes, type Route } from '#contract';
import { routeOf } from './route.js';

const actions: ReadonlySet<string> = new Set(Object.values(permissions).flat());

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
  const scanner = new MetadataScanner();
  const answered = new Set<string>();
  for (const { instance } of app.get(DiscoveryService).getControllers()) {
    const prototype: object = Object.getPrototypeOf(instance);
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler: unknown = Reflect.get(prototype, method);
      if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) continue;
      answered.add(routeOf(handler));
    }
  }
  for (const [name, { action }] of Object.entries<Route>(routes)) {
    if (!answered.has(name)) throw new Error(`Nothing answers the route ${name}.`);
    if (action !== 'public' && action !== 'signed-in' && !isAction(action)) {
      throw new Error(`The route ${name} needs ${action}, which no role may do.`);
    }
  }
}
