import type { italianOffice } from '../../it/office/index.js';
import type { Same } from '../../same.js';

import { body } from './body.js';
import { password } from './password.js';
import { people } from './people.js';
import { reading } from './reading.js';
import { setup } from './setup.js';

export const englishOffice: Same<typeof italianOffice> = { body, password, people, reading, setup };
