import type { lint as italian } from '../../it/office/lint.js';
import type { Same } from '../../same.js';

export const lint: Same<typeof italian> = {
  title: 'The plan looked through',
  none: 'No warnings: the plan can be measured as it is.',
  lead_one:
    '{{count}} thing that will make trouble at the end of the year. Nothing is refused for it: change it, or give the reason at validation.',
  lead_other:
    '{{count}} things that will make trouble at the end of the year. Nothing is refused for them: change them, or give the reason at validation.',
  points: '{{points}} of {{of}} points',
  warning: 'Warning',
  info: 'Information',
};
