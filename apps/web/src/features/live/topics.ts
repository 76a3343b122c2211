import type { RouteName } from '#contract';

/** Which questions a topic of `GET /changes` makes old. */
const questions: Readonly<Record<string, readonly RouteName[]>> = {
  plan: ['acts', 'plans', 'plan', 'planLint', 'planTable', 'proposals', 'dashboard', 'body', 'approvals', 'approval'],
  objective: [
    'objective',
    'objectivePermissions',
    'objectives',
    'planTable',
    'plan',
    'proposals',
    'dashboard',
    'approvals',
    'approval',
    'evaluations',
    'evaluation',
    'premiumRuns',
    'premiumRun',
  ],
  due: ['dashboard', 'deadlines', 'objective'],
  variation: ['variations', 'variation', 'proposals', 'approvals', 'approval', 'inbox'],
  inbox: ['inbox'],
  premium: ['premiumRuns', 'premiumRun', 'approvals', 'approval', 'inbox'],
  evaluation: ['evaluations', 'evaluation', 'approvals', 'approval', 'premiumRun'],
  body: ['body', 'welcome'],
  account: ['mySessions', 'listAccounts', 'vacancies', 'inbox'],
  clock: ['clock'],
  act: ['acts', 'act', 'actGraph'],
  workflow: ['workflows', 'workflow'],
  organisation: ['organisation', 'vacancies', 'approvals', 'approval', 'inbox'],
};

interface Key {
  readonly name: unknown;
  readonly objectiveId?: unknown;
}

/**
 * Whether a question must be asked again after a change.
 *
 * @param topics  as told: `plan`, `objective:2022-1.1.1`, `all` …
 */
export function isOld(key: readonly unknown[], topics: readonly string[]): boolean {
  const asked = askedBy(key);
  if (topics.includes('all') || asked.name === 'auditTrail') return true;
  return topics.some((topic) => {
    const [noun = '', id] = topic.split(':', 2);
    if (questions[noun] === undefined) return true; // a topic newer than this page: better once too often
    if (!questions[noun].includes(asked.name as RouteName)) return false;
    return id === undefined || asked.objectiveId === undefined || asked.objectiveId === id;
  });
}

function askedBy([name, request]: readonly unknown[]): Key {
  const params = (request as { readonly params?: { readonly objectiveId?: unknown } } | undefined)?.params;
  return { name, objectiveId: params?.objectiveId };
}
