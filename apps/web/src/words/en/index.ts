import type { italian } from '../it/index.js';
import type { Same } from '../same.js';
import { app } from './app.js';
import { clock } from './clock.js';
import { dashboard } from './dashboard.js';
import { form } from './form.js';
import { inbox } from './inbox.js';
import { objective } from './objective.js';
import { session } from './session.js';
import { share } from './share.js';

export const english: Same<typeof italian> = { app, clock, dashboard, form, inbox, objective, session, share };
