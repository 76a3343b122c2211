import { lazy, type ComponentType } from 'react';

/** A screen that is fetched when somebody goes there. */
function screen<Name extends string>(name: Name, load: () => Promise<Readonly<Record<Name, ComponentType>>>) {
  return lazy(async () => ({ default: (await load())[name] }));
}

const shareAct = screen('ShareActScreen', () => import('./routes/share-act.js'));

/** Every screen by its address; the home comes with the page. */
export const screens: readonly { readonly path: string; readonly Screen: ComponentType }[] = [
  { path: 'dashboard', Screen: screen('DashboardScreen', () => import('./routes/dashboard.js')) },
  { path: 'objectives', Screen: screen('ObjectivesScreen', () => import('./routes/objectives.js')) },
  { path: 'objectives/:objectiveId', Screen: screen('ObjectiveScreen', () => import('./routes/objective.js')) },
  { path: 'objectives/:objectiveId/shares/:shareId/:act', Screen: shareAct },
  { path: 'objectives/:objectiveId/shares/:shareId/rectification/:progressId', Screen: shareAct },
  { path: 'plans', Screen: screen('PlansScreen', () => import('./routes/plans.js')) },
  { path: 'plans/:planId', Screen: screen('PlanScreen', () => import('./routes/plan.js')) },
  { path: 'plans/:planId/table', Screen: screen('PlanTableScreen', () => import('./routes/plan-table.js')) },
  { path: 'premiums', Screen: screen('PremiumsScreen', () => import('./routes/premiums.js')) },
  { path: 'premiums/new', Screen: screen('NewPremiumRunScreen', () => import('./routes/new-premium-run.js')) },
  { path: 'premiums/:runId', Screen: screen('PremiumRunScreen', () => import('./routes/premium-run.js')) },
  { path: 'audit-trail', Screen: screen('AuditTrailScreen', () => import('./routes/audit-trail.js')) },
  { path: 'account', Screen: screen('AccountScreen', () => import('./routes/account.js')) },
];

/** Screens for which nobody needs to be signed in. */
export const openScreens: typeof screens = [
  { path: 'password/:token', Screen: screen('PasswordLinkScreen', () => import('./routes/password-link.js')) },
  { path: 'forgotten', Screen: screen('ForgottenPasswordScreen', () => import('./routes/forgotten-password.js')) },
];
