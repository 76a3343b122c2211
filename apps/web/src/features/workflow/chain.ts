import type { Answer } from '../../client/ask.js';

/** The steps of an approval, as a definition has them. */
export type Chain = Pick<NonNullable<Answer<'workflow'>['definition']['chains']['plan']>, 'steps'>;

/** Of the definition that the steps are of. */
export type Offices = Answer<'workflow'>['definition']['offices'];
