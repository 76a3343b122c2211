import { lazy, type ComponentType } from 'react';

type Module<Name extends string> = () => Promise<Readonly<Record<Name, ComponentType>>>;

/** A screen that is fetched when somebody goes there. */
function screen<Name extends string>(name: Name, load: Module<Name>) {
  return lazy(async () => ({ default: (await load())[name] }));
}

/** Every screen by its address; the home comes with the page. */
export const screens = [
  { path: 'dashboard', Screen: screen('NotFoundScreen', () => import('./routes/not-found.js')) },
] as const;
