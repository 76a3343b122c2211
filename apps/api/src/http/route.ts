import { applyDecorators, Delete, Get, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { routes, type RouteName } from '#contract';

const ROUTE = 'traguardo:route';

const methods = { GET: Get, POST: Post, DELETE: Delete } as const;

/** Binds a handler to a route of the contract: address, method, status, permission and checks all come from there. */
export function Answers(name: RouteName): MethodDecorator {
  const route = routes[name];
  return applyDecorators(methods[route.method](route.path), HttpCode(route.status), SetMetadata(ROUTE, name));
}

/** @throws Error when the handler is bound to no route: there is no other way in */
export function routeOf(handler: { readonly name: string }): RouteName {
  const name: unknown = Reflect.getMetadata(ROUTE, handler);
  if (typeof name === 'string' && Object.hasOwn(routes, name)) return name as RouteName;
  throw new Error(`A handler answers requests without a route of the contract: ${handler.name}`);
}
