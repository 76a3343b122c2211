import { MetadataScanner, type DiscoveryService } from '@nestjs/core';
import type { RouteName } from '#contract';
import { argumentsOf, type Call, type Exchange } from './call.js';
import { routeOf } from './route.js';

/** What answers a route. */
export interface Handler {
  readonly name: RouteName;
  /** @param exchange  absent where a command comes from within: the few that need it are never sent so */
  answer(call: Call<RouteName>, exchange?: Exchange): unknown;
}

/**
 * Every method of a controller that is bound to a route.
 *
 * @throws Error where one is open to requests in another way, past permissions and contract
 */
export function handlersOf(discovery: DiscoveryService): readonly Handler[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ instance }) => {
    const controller: object = Object.getPrototypeOf(instance);
    return scanner.getAllMethodNames(controller).flatMap((key) => {
      const method: unknown = Reflect.get(controller, key);
      if (typeof method !== 'function') return [];
      if (Reflect.hasMetadata('path', method))
        throw new Error(`A handler answers requests without a route of the contract: ${key}`);
      const name = routeOf(method);
      return name === undefined ? [] : [handlerOf(name, instance as object, method, argumentsOf(controller, key))];
    });
  });
}

function handlerOf(
  name: RouteName,
  controller: object,
  method: object,
  taken: ReturnType<typeof argumentsOf>,
): Handler {
  const [first, second] = [taken[0], taken[1]];
  return {
    name,
    answer(call, exchange) {
      const given = { call, exchange };
      return Reflect.apply(method as CallableFunction, controller, [first && given[first], second && given[second]]);
    },
  };
}
