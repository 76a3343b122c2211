import type { clock as italian } from '../it/clock.js';
import type { Same } from '../same.js';

export const clock: Same<typeof italian> = {
  simulated: 'Time is simulated: today is {{when}}.',
  advanceDay: 'Forward one day',
  advanceAlarm: 'Forward to the next alarm',
  advanced: 'Now it is {{when}}',
};
