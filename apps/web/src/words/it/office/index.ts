import { body } from './body.js';
import { password } from './password.js';
import { people } from './people.js';
import { reading } from './reading.js';
import { setup } from './setup.js';

/** Words of screens that most people seldom see: they come with those screens. */
export const italianOffice = { body, password, people, reading, setup } as const;
