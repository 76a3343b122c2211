import type { italian } from '../it/index.js';
import type { Same } from '../same.js';
import { app } from './app.js';
import { form } from './form.js';
import { session } from './session.js';

export const english: Same<typeof italian> = { app, form, session };
