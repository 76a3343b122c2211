import type { Answer } from '../../client/ask.js';

export type Run = Answer<'premiumRuns'>['premiumRuns'][number];
