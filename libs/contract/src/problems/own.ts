import { accountProblems } from './own/account.js';
import { commandProblems } from './own/command.js';
import { ownOrganisationProblems } from './own/organisation.js';
import { passwordProblems } from './own/password.js';
import { planProblems } from './own/plan.js';
import { requestProblems } from './own/request.js';
import { serviceProblems } from './own/service.js';
import { sessionProblems } from './own/session.js';
import { storeProblems } from './own/store.js';
import { workflowOwnProblems } from './own/workflow.js';

/** What the interface itself has to say, besides the rules. */
export const ownProblems = {
  ...requestProblems,
  ...sessionProblems,
  ...passwordProblems,
  ...accountProblems,
  ...commandProblems,
  ...storeProblems,
  ...ownOrganisationProblems,
  ...planProblems,
  ...serviceProblems,
  ...workflowOwnProblems,
} as const;
