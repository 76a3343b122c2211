import { accountRoutes } from './accounts.js';
import { clockRoutes } from './clock.js';
import { healthRoutes } from './health.js';
import { objectiveCommandRoutes } from './objectives.js';
import { planCommandRoutes } from './plans.js';
import { premiumRunCommandRoutes } from './premium-runs.js';
import { sessionRoutes } from './sessions.js';

/** The whole API, by the name of each operation. */
export const routes = {
  ...sessionRoutes,
  ...accountRoutes,
  ...planCommandRoutes,
  ...objectiveCommandRoutes,
  ...premiumRunCommandRoutes,
  ...clockRoutes,
  ...healthRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
