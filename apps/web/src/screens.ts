import { lazy, type ComponentType } from 'react';
import { fetched } from './client/fetched.js';
import { needOfficeWords } from './words/words.js';

type Module<Name extends string> = Readonly<Record<Name, ComponentType>>;

/** A screen that is fetched when somebody goes there. */
function screen<Name extends string>(name: Name, load: () => Promise<Module<Name>>) {
  return lazy(async () => ({ default: (await fetched(load))[name] }));
}

/** A screen that brings words of its own along. */
function officeScreen<Name extends string>(name: Name, load: () => Promise<Module<Name>>) {
  return screen(name, async () => (await Promise.all([load(), needOfficeWords()]))[0]);
}

interface Place {
  readonly path: string;
  readonly Screen: ComponentType;
  /** What the screen is there for: whose roles do not allow it is told so in its place. */
  readonly action?: string;
}

/** Told instead of a screen that the roles are not for. */
export const Denied = lazy(async () => ({ default: (await fetched(() => import('./routes/denied.js'))).DeniedScreen }));

const shareAct = officeScreen('ShareActScreen', () => import('./routes/share-act.js'));

/** Every screen by its address; the home comes with the page. */
export const screens: readonly Place[] = [
  { path: 'dashboard', Screen: screen('DashboardScreen', () => import('./routes/dashboard.js')) },
  { path: 'objectives', Screen: screen('ObjectivesScreen', () => import('./routes/objectives.js')) },
  { path: 'objectives/:objectiveId', Screen: screen('ObjectiveScreen', () => import('./routes/objective.js')) },
  { path: 'objectives/:objectiveId/shares/:shareId/:act', Screen: shareAct },
  { path: 'objectives/:objectiveId/shares/:shareId/rectification/:progressId', Screen: shareAct },
  {
    path: 'objectives/:objectiveId/variation',
    Screen: officeScreen('NewVariationScreen', () => import('./routes/new-variation.js')),
    action: 'variation.request',
  },
  {
    path: 'objectives/:objectiveId/proposal',
    Screen: officeScreen('ProposalScreen', () => import('./routes/proposal.js')),
  },
  {
    path: 'plans/:planId/variation',
    Screen: officeScreen('NewVariationScreen', () => import('./routes/new-variation.js')),
    action: 'variation.request',
  },
  { path: 'variations', Screen: officeScreen('VariationsScreen', () => import('./routes/variations.js')) },
  { path: 'variations/:variationId', Screen: officeScreen('VariationScreen', () => import('./routes/variation.js')) },
  {
    path: 'approvals',
    Screen: officeScreen('ApprovalsScreen', () => import('./routes/approvals.js')),
    action: 'approval.read',
  },
  {
    path: 'approvals/:approvalId',
    Screen: officeScreen('ApprovalScreen', () => import('./routes/approval.js')),
    action: 'approval.read',
  },
  { path: 'evaluations', Screen: officeScreen('EvaluationsScreen', () => import('./routes/evaluations.js')) },
  {
    path: 'evaluations/:evaluationId',
    Screen: officeScreen('EvaluationScreen', () => import('./routes/evaluation.js')),
  },
  { path: 'acts', Screen: officeScreen('ActsScreen', () => import('./routes/acts.js')), action: 'act.read' },
  {
    path: 'acts/new',
    Screen: officeScreen('NewActScreen', () => import('./routes/new-act.js')),
    action: 'act.register',
  },
  { path: 'acts/:actId', Screen: officeScreen('ActScreen', () => import('./routes/act.js')), action: 'act.read' },
  { path: 'plans', Screen: screen('PlansScreen', () => import('./routes/plans.js')) },
  { path: 'plans/:planId', Screen: officeScreen('PlanScreen', () => import('./routes/plan.js')) },
  { path: 'plans/:planId/table', Screen: screen('PlanTableScreen', () => import('./routes/plan-table.js')) },
  { path: 'premiums', Screen: officeScreen('PremiumsScreen', () => import('./routes/premiums.js')) },
  {
    path: 'premiums/new',
    Screen: officeScreen('NewPremiumRunScreen', () => import('./routes/new-premium-run.js')),
    action: 'premium.compute',
  },
  { path: 'premiums/:runId', Screen: officeScreen('PremiumRunScreen', () => import('./routes/premium-run.js')) },
  {
    path: 'audit-trail',
    Screen: officeScreen('AuditTrailScreen', () => import('./routes/audit-trail.js')),
    action: 'audit-trail.read',
  },
  {
    path: 'organisation',
    Screen: officeScreen('OrganisationScreen', () => import('./routes/organisation.js')),
    action: 'organisation.read',
  },
  {
    path: 'workflow',
    Screen: officeScreen('WorkflowScreen', () => import('./routes/workflow.js')),
    action: 'workflow.read',
  },
  {
    path: 'separation-checks',
    Screen: officeScreen('SeparationScreen', () => import('./routes/separation.js')),
    action: 'audit-trail.read',
  },
  { path: 'account', Screen: screen('AccountScreen', () => import('./routes/account.js')) },
  {
    path: 'setup/:step?',
    Screen: officeScreen('SetupScreen', () => import('./routes/setup.js')),
    action: 'body.configure',
  },
  {
    path: 'plan-import',
    Screen: officeScreen('PlanImportScreen', () => import('./routes/plan-import.js')),
    action: 'plan.draft',
  },
  {
    path: 'administration',
    Screen: officeScreen('PeopleScreen', () => import('./routes/administration/people.js')),
    action: 'account.read',
  },
  {
    path: 'administration/people/new',
    Screen: officeScreen('NewPersonScreen', () => import('./routes/administration/new-person.js')),
    action: 'account.create',
  },
  {
    path: 'administration/people/file',
    Screen: officeScreen('PeopleFileScreen', () => import('./routes/administration/people-file.js')),
    action: 'account.create',
  },
  {
    path: 'administration/people/:accountId',
    Screen: officeScreen('PersonScreen', () => import('./routes/administration/person.js')),
    action: 'account.read',
  },
  {
    path: 'administration/body',
    Screen: officeScreen('BodyScreen', () => import('./routes/administration/body.js')),
    action: 'body.configure',
  },
  {
    path: 'administration/system',
    Screen: officeScreen('SystemScreen', () => import('./routes/administration/system.js')),
    action: 'system.read',
  },
];

/** Screens for which nobody needs to be signed in. */
export const openScreens: readonly Place[] = [
  {
    path: 'password/:token',
    Screen: officeScreen('PasswordLinkScreen', () => import('./routes/password-link.js')),
  },
  { path: 'forgotten', Screen: screen('ForgottenPasswordScreen', () => import('./routes/forgotten-password.js')) },
];
