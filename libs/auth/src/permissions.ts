/** What every signed-in role may look at. */
const reading = [
  'plan.read',
  'objective.read',
  'dashboard.read',
  'inbox.read',
  'premium.read',
  'clock.read',
  'document.read',
  'body.read',
  'organisation.read',
  'act.read',
  'workflow.read',
  'approval.read',
] as const;

/**
 * What takes no role: whoever has an account is told who they are and, whatever office they hold, or none any more, answered
 * about their own evaluation, which says whose it is, and gives up a delegation that they received.
 */
const everybody = ['session.read', 'evaluation.read', 'evaluation.answer', 'organisation.end-delegation'] as const;

/**
 * What the office that answers for a share does with it. Of that one share it takes no role but to hold the office; the role
 * opens it for whatever share, and the rules decide whose it is.
 */
export const ofOwnShare = [
  'objective.acknowledge',
  'objective.report-progress',
  'objective.rectify-progress',
  'objective.fulfil-late',
  'objective.submit-rendicontazione',
] as const;

/** What else somebody needs who answers for any share. */
export const besideOwnShare = ['variation.request', 'document.add'] as const;

/** Taking a step of an approval chain. A chain may name any office, so all that can be one may knock; it says whose step it is. */
const approving = [
  'evaluation.take-part', // whoever evaluates or conciliates: the evaluation says who
  'objective.return-rendicontazione',
  'objective.approve-rendicontazione',
  'organisation.delegate', // their own office, while they are away
  'variation.decide',
  'plan.decide',
  'approval.act',
  'document.add', // what they judge, and what others report with
] as const;

/** The register of acts: who writes acts, or keeps them. */
const keepingActs = ['act.register', 'act.correct'] as const;

/** Moving shares beside their way: rests, removals, reopenings. The body's definition says who of these may what. */
const moving = [
  'objective.suspend',
  'objective.resume',
  'objective.remove',
  'objective.reopen',
  'objective.make-definitive',
] as const;

const decidingPlans = ['plan.approve', 'plan.enter-into-force', 'plan.close'] as const;

/** Role → actions. Nothing else is allowed, but what takes no role. */
export const permissions = {
  amministratore: [
    ...reading,
    'plan.draft',
    'plan.propose',
    'body.configure',
    'organisation.change',
    'organisation.delegate',
    'workflow.publish',
    'system.read',
    'system.settle',
    'document.add',
    'account.create',
    'account.read',
    'account.change',
    'clock.advance',
    'audit-trail.read',
    ...keepingActs,
  ],
  segretario: [
    ...reading,
    'plan.draft',
    'plan.propose',
    'variation.request',
    'body.configure',
    'organisation.change',
    'organisation.delegate',
    ...decidingPlans,
    'objective.propose',
    'objective.withdraw-proposal',
    'objective.return-proposal',
    'objective.validate',
    ...moving,
    'objective.assign',
    ...approving,
    'evaluation.conduct',
    'approval.reassign',
    'approval.migrate',
    'objective.close',
    'reminder.send',
    'audit-trail.read',
    ...keepingActs,
  ],
  vicesegretario: [...reading, ...approving, 'reminder.send', ...keepingActs],
  responsabile: [
    ...reading,
    'objective.propose',
    'objective.withdraw-proposal',
    ...ofOwnShare,
    'variation.request',
    ...approving,
    'act.register',
  ],
  nucleo: [
    ...reading,
    'objective.return-proposal',
    'objective.validate',
    ...approving,
    'objective.score',
    'audit-trail.read',
  ],
  giunta: [...reading, ...approving, ...moving, ...decidingPlans],
  personale: [
    ...reading,
    ...approving,
    'evaluation.conduct',
    'premium.compute',
    'premium.propose',
    'premium.liquidate',
    'act.register',
  ],
  revisore: [...reading, 'audit-trail.read'],
} as const;

export type Role = keyof typeof permissions;

export type Action = (typeof permissions)[Role][number] | (typeof everybody)[number];

export function may(actor: { readonly roles: readonly Role[] }, action: Action): boolean {
  return allows(everybody, action) || actor.roles.some((role) => allows(permissions[role], action));
}

function allows(actions: readonly Action[], action: Action): boolean {
  return actions.includes(action);
}

/** The roles that allow it. */
export function rolesAllowed(action: Action): readonly Role[] {
  return (Object.keys(permissions) as Role[]).filter((role) => may({ roles: [role] }, action));
}

/** Everything the roles allow together, and what takes none, in alphabetical order. */
export function allowedTo(roles: readonly Role[]): readonly Action[] {
  return [...new Set([...everybody, ...roles.flatMap((role): readonly Action[] => permissions[role])])].toSorted();
}

/** What the roles do not allow, with the roles that do. */
export function leftToOthers(roles: readonly Role[]): Readonly<Partial<Record<Action, readonly Role[]>>> {
  const everything = allowedTo(Object.keys(permissions) as Role[]);
  const refused = everything.filter((action) => !may({ roles }, action));
  return Object.fromEntries(refused.map((action) => [action, rolesAllowed(action)]));
}

export function isRole(text: string): text is Role {
  return Object.hasOwn(permissions, text);
}
