import type { italian } from './it/index.js';

// keys are checked by the compiler
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof italian };
  }
}
