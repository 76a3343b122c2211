import { accountRoutes } from './accounts.js';
import { actRoutes } from './acts.js';
import { approvalRoutes } from './approvals.js';
import { auditTrailRoutes } from './audit-trail.js';
import { bodyRoutes } from './body.js';
import { bulkRoutes } from './bulk.js';
import { changeRoutes } from './changes.js';
import { clockRoutes } from './clock.js';
import { dashboardRoutes } from './dashboard.js';
import { deadlineRoutes } from './deadlines.js';
import { documentRoutes } from './documents.js';
import { evaluationQueryRoutes } from './evaluation-views.js';
import { evaluationCommandRoutes } from './evaluations.js';
import { healthRoutes } from './health.js';
import { inboxRoutes } from './inbox.js';
import { lifecycleRoutes } from './lifecycle.js';
import { listRoutes } from './lists.js';
import { organisationRoutes } from './organisation.js';
import { passwordRoutes } from './passwords.js';
import { objectiveQueryRoutes } from './objective-views.js';
import { objectiveCommandRoutes } from './objectives.js';
import { permissionRoutes } from './permissions.js';
import { planLintRoutes } from './plan-lint.js';
import { planQueryRoutes } from './plan-views.js';
import { planCommandRoutes } from './plans.js';
import { premiumRunQueryRoutes } from './premium-run-views.js';
import { premiumRunCommandRoutes } from './premium-runs.js';
import { proposalRoutes } from './proposals.js';
import { separationRoutes } from './separation.js';
import { sessionRoutes } from './sessions.js';
import { systemRoutes } from './system.js';
import { variationQueryRoutes } from './variation-views.js';
import { variationCommandRoutes } from './variations.js';
import { workflowRoutes } from './workflows.js';

/** The whole API, by the name of each operation. */
export const routes = {
  ...bodyRoutes,
  ...sessionRoutes,
  ...passwordRoutes,
  ...accountRoutes,
  ...listRoutes,
  ...organisationRoutes,
  ...separationRoutes,
  ...planQueryRoutes,
  ...planLintRoutes,
  ...planCommandRoutes,
  ...objectiveQueryRoutes,
  ...objectiveCommandRoutes,
  ...permissionRoutes,
  ...proposalRoutes,
  ...lifecycleRoutes,
  ...premiumRunQueryRoutes,
  ...premiumRunCommandRoutes,
  ...evaluationQueryRoutes,
  ...evaluationCommandRoutes,
  ...variationQueryRoutes,
  ...variationCommandRoutes,
  ...approvalRoutes,
  ...dashboardRoutes,
  ...deadlineRoutes,
  ...inboxRoutes,
  ...auditTrailRoutes,
  ...actRoutes,
  ...bulkRoutes,
  ...documentRoutes,
  ...changeRoutes,
  ...clockRoutes,
  ...healthRoutes,
  ...systemRoutes,
  ...workflowRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
