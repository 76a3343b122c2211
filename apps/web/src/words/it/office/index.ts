import { acts } from './acts.js';
import { approval } from './approval.js';
import { body } from './body.js';
import { evaluation } from './evaluation.js';
import { event } from './event.js';
import { lifecycle } from './lifecycle.js';
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
import { workflow } from './workflow.js';

/** Words of screens that most people seldom see: they come with those screens. */
export const italianOffice = {
  acts,
  approval,
  body,
  evaluation,
  event,
  lifecycle,
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
  workflow,
} as const;
