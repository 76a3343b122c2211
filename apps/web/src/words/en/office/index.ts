import { act } from './act.js';
import type { italianOffice } from '../../it/office/index.js';
import type { Same } from '../../same.js';

import { acts } from './acts.js';
import { approval } from './approval.js';
import { auditTrail } from './audit-trail.js';
import { body } from './body.js';
import { evaluation } from './evaluation.js';
import { event } from './event.js';
import { lifecycle } from './lifecycle.js';
import { lint } from './lint.js';
import { list } from './list.js';
import { notice } from './notice.js';
import { organisation } from './organisation.js';
import { password } from './password.js';
import { people } from './people.js';
import { premium } from './premium.js';
import { proposal } from './proposal.js';
import { reading } from './reading.js';
import { separation } from './separation.js';
import { setup } from './setup.js';
import { system } from './system.js';
import { variation } from './variation.js';
import { workflow } from './workflow.js';

export const englishOffice: Same<typeof italianOffice> = {
  act,
  acts,
  approval,
  auditTrail,
  body,
  evaluation,
  event,
  lifecycle,
  lint,
  list,
  notice,
  organisation,
  password,
  people,
  premium,
  proposal,
  reading,
  separation,
  setup,
  system,
  variation,
  workflow,
};
