import { app } from './app.js';
import { form } from './form.js';
import { session } from './session.js';

export const italian = { app, form, session } as const;
