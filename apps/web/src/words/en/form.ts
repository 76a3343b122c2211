import type { form as italian } from '../it/form.js';
import type { Same } from '../same.js';

export const form: Same<typeof italian> = {
  serverAway: 'The server does not answer: what was typed stays here and is sent by itself as soon as it is back.',
  serverAwayPage: 'The server does not answer. The page updates by itself as soon as it is back.',
  stopWaiting: 'Do not wait',
  sending: 'Sending…',
  slow: 'The server is slow, there is no need to press again.',
  draftFrom: 'Draft of {{when}} restored.',
  discardDraft: 'Discard the draft',
  required: 'This field is required.',
  optional: 'optional',
  decimal: 'Enter a number with at most two decimals, such as 62.5.',
  percent: 'Enter a number from 0 to 100.',
  date: 'Enter a date.',
  fixErrors: 'Check the marked fields.',
  refused: 'That was not possible',
  done: 'Done',
  chooseFile: 'Choose the file',
  chooseFiles: 'Add documents',
  uploading: 'Uploading {{name}}…',
  removeFile: 'Remove {{name}}',
  noFiles: 'No document attached.',
  unexpected: 'Unexpected fault in the page: {{message}}',
};
