import { SetMetadata } from '@nestjs/common';
import { type RouteName } from '#contract';

const ROUTE = 'traguardo:route';

/** Binds a handler to a route of the contract: address, method, status, permission and checks all come from there. */
export function Answers(name: RouteName): MethodDecorator {
  return SetMetadata(ROUTE, name);
}

/** The route that a method is bound to; undefined for one that answers no requests. */
export function routeOf(method: object): RouteName | undefined {
  return Reflect.getMetadata(ROUTE, method) as RouteName | undefined;
}
