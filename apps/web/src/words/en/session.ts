import type { session as italian } from '../it/session.js';
import type { Same } from '../same.js';

export const session: Same<typeof italian> = {
  signIn: 'Sign in',
  signInTitle: 'Sign in to Traguardo',
  signInLead: 'With the user name and password of the office.',
  again: 'The session has expired',
  againLead: 'Sign in again: the page stays as it is and goes on where it was.',
  otherUser: 'Use another account',
  user: 'User name',
  password: 'Password',
  userMissing: 'Enter the user name.',
  userMalformed: 'A user name has only lower-case letters, digits, dots and hyphens.',
  passwordMissing: 'Enter the password.',
  signOut: 'Sign out',
  signedInAs: 'Signed in as {{office}}',
  signOutTitle: 'Sign out of Traguardo?',
  draftsWillGo_one:
    'There is {{count}} unsent draft on this browser. Signing out deletes it, so that whoever uses this computer next does not read it.',
  draftsWillGo_other:
    'There are {{count}} unsent drafts on this browser. Signing out deletes them, so that whoever uses this computer next does not read them.',
  demonstration: 'Demonstration',
  demonstrationText: 'Body, plan and people are invented. Time is simulated.',
  demonstrationOffices: 'Enter as an office of the demonstration',
  demonstrationPassword: 'Everybody’s password is',
  enterAs: 'Enter',
  enterAsOffice: 'Enter as {{office}}',
  forgotten: 'Forgotten password?',
  forgottenTitle: 'Choose a new password',
  forgottenLead: 'A message with a link will arrive at the account’s e-mail address.',
  forgottenSend: 'Ask for the message',
  forgottenSent:
    'If the account exists and has an e-mail address, the message is on its way. If it does not arrive, ask the administrator.',
  backToSignIn: 'Back to sign-in',
  newPassword: 'New password',
  newPasswordHint: 'At least 15 characters of any kind: a sentence is fine. No common password.',
};
