import type { share as italian } from '../it/share.js';
import type { Same } from '../same.js';

export const share: Same<typeof italian> = {
  assignTo: 'Assign to {{office}}',
  assignOther: 'Another office…',
};
