import type { Answer } from '../../client/ask.js';

/** The steps of an approval, as a definition has them. */
export type Chain = Pick<NonNullable<Answer<'workflow'>['definition']['chains']['plan']>, 'steps'>;
