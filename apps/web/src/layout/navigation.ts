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
  { to: '/objectives', label: 'app.nav.objectives', icon: 'it-flag', action: 'objective.read' },
  { to: '/plans', label: 'app.nav.plan', icon: 'it-note', action: 'plan.read' },
  { to: '/approvals', label: 'app.nav.approvals', icon: 'it-check-circle', action: 'approval.read' },
  { to: '/evaluations', label: 'app.nav.evaluations', icon: 'it-star-outline', action: 'evaluation.read' },
  { to: '/premiums', label: 'app.nav.premiums', icon: 'it-card', action: 'premium.read' },
  { to: '/audit-trail', label: 'app.nav.auditTrail', icon: 'it-list', action: 'audit-trail.read' },
  { to: '/organisation', label: 'app.nav.organisation', icon: 'it-user', action: 'organisation.change' },
  { to: '/administration', label: 'app.nav.administration', icon: 'it-settings', action: 'account.read' },
];
