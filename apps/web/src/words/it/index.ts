import { app } from './app.js';
import { clock } from './clock.js';
import { dashboard } from './dashboard.js';
import { form } from './form.js';
import { inbox } from './inbox.js';
import { objective } from './objective.js';
import { session } from './session.js';
import { share } from './share.js';

/** Every word of the page, by noun. */
export const italian = { app, clock, dashboard, form, inbox, objective, session, share } as const;
