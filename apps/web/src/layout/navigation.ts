import type { ParseKeys } from 'i18next';

export interface Destination {
  readonly to: string;
  readonly label: ParseKeys;
  readonly icon: `it-${string}`;
  /** Shown only where the roles allow it. */
  readonly action: string;
}

/** The main menu, in its order. */
export const destinations: readonly Destination[] = [
  { to: '/', label: 'app.nav.home', icon: 'it-inbox', action: 'inbox.read' },
  { to: '/dashboard', label: 'app.nav.dashboard', icon: 'it-chart-line', action: 'dashboard.read' },
];
