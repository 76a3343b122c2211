import { lazy, type ComponentType } from 'react';

/** A screen that is fetched when somebody goes there. */
function screen<Name extends string>(name: Name, load: () => Promise<Readonly<Record<Name, ComponentType>>>) {
  return lazy(async () => ({ default: (await load())[name] }));
}

/** Every screen by its address; the home comes with the page. */
export const screens: readonly { readonly path: string; readonly Screen: ComponentType }[] = [
  { path: 'dashboard', Screen: screen('DashboardScreen', () => import('./routes/dashboard.js')) },
];
