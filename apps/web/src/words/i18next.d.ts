import type { italian } from './it/index.js';
import type { italianOffice } from './it/office/index.js';

// keys are checked by the compiler
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof italian & typeof italianOffice };
  }
}
