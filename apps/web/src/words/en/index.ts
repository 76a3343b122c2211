import type { italian } from '../it/index.js';
import type { Same } from '../same.js';
import { account } from './account.js';
import { act } from './act.js';
import { app } from './app.js';
import { clock } from './clock.js';
import { dashboard } from './dashboard.js';
import { event } from './event.js';
import { form } from './form.js';
import { inbox } from './inbox.js';
import { many } from './many.js';
import { objective } from './objective.js';
import { plan } from './plan.js';
import { role } from './role.js';
import { session } from './session.js';
import { share } from './share.js';
import { variation } from './variation.js';

export const english: Same<typeof italian> = {
  account,
  act,
  app,
  clock,
  dashboard,
  event,
  form,
  inbox,
  many,
  objective,
  plan,
  role,
  session,
  share,
  variation,
};
