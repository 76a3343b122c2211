import type { variation as italian } from '../it/variation.js';
import type { Same } from '../same.js';

export const variation: Same<typeof italian> = {
  askLink: 'Ask for a variation',
  cause: {
    'third-party': 'Third party',
    'upstream-area': 'Area that comes before',
    resources: 'Lack of resources',
    'change-of-law': 'Change of law',
    'force-majeure': 'Force majeure',
  },
};
