import { elided } from '#contract';
import type { PostProcessorModule } from 'i18next';

/** Does it wherever a text has a day filled in; English has no such words. */
export const elision: PostProcessorModule = { type: 'postProcessor', name: 'elision', process: elided };
