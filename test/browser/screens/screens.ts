/** The pictures of the README: who looks at what. The demonstration's day makes them the same each time. */
export interface Screen {
  /** Of the file: `docs/screens/<name>-1280.png`, `…-390.png`. */
  readonly name: string;
  readonly user: string | null;
  readonly path: string;
}

export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', user: null, path: '/' },
  { name: 'home', user: 'lavori-pubblici', path: '/#/' },
  { name: 'dashboard', user: 'segretario-generale', path: '/#/dashboard' },
  { name: 'objective', user: 'lavori-pubblici', path: '/#/objectives/2022-1.1.1' },
  { name: 'plan', user: 'giunta', path: '/#/plans' },
  { name: 'audit-trail', user: 'revisore', path: '/#/audit-trail' },
];
