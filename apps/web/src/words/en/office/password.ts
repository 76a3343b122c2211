import type { password as italian } from '../../it/office/password.js';
import type { Same } from '../../same.js';

export const password: Same<typeof italian> = {
  linkTitle: {
    'first-administrator': 'Welcome to Traguardo',
    invitation: 'Choose your password',
    reset: 'Choose a new password',
  },
  linkLead: {
    'first-administrator':
      'This link makes the first administrator of the body. Choose a user name and a password: Traguardo then guides through the setup step by step.',
    invitation: 'Once it is chosen you are in. The link works once.',
    reset: 'The former password stops working and other sessions end. The link works once.',
  },
  validUntil: 'Valid until {{when}}.',
  forUser: 'User name',
  user: 'User name',
  userHint: 'Only lower-case letters, digits, dots and hyphens, such as “m.rossi”.',
  userMalformed: 'Use only lower-case letters, digits, dots and hyphens, beginning with a letter or a digit.',
  name: 'Name of the person, or of the office',
  nameHint: 'As colleagues will see it.',
  new: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  shown: 'The password is visible.',
  hidden: 'The password is hidden.',
  rules: 'What makes a good password',
  rule: {
    length: 'At least {{shortest}} characters of any kind, spaces included ({{length}} so far)',
    telling: 'Not made only of the name of the user, the body or the application',
    common: 'Not a common one, a sequence, a repetition or a date (checked when it is sent)',
  },
  ruleMet: 'met',
  ruleNotMet: 'not yet',
  advice: 'Three or four words, say, that only you would put together. It may be pasted.',
  missing: 'Enter the password.',
  tooShort_one: '{{count}} character is still missing.',
  tooShort_other: '{{count}} characters are still missing.',
  tooLong: 'No more than {{longest}} characters.',
  telling: 'Add words that do not tell whose it is.',
  choose: 'Choose the password and enter',
  chooseFirst: 'Make the administrator and enter',
  notValidTitle: 'The link is not valid any more',
  notValidWhat: 'What to do',
  notValidChosen: 'If the password is chosen already, sign in with it.',
  notValidReset: 'If it was forgotten, ask for a new link by e-mail.',
  notValidAdministrator: 'Otherwise ask the administrator of the system for a new link.',
  notValidFirst:
    'The first administrator finds a new one in the terminal in which Traguardo starts: it is printed at every start until somebody has used it.',
  otherSession: '“{{user}}” is signed in in this browser: the link signs in the other account.',
};
