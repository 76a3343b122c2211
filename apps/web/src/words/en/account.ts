import type { account as italian } from '../it/account.js';
import type { Same } from '../same.js';

export const account: Same<typeof italian> = {
  title: 'My account',
  standIn: 'Who stands in for me while I am away',
  roles: 'What it does',
  noOffice: 'none today',
  changePassword: 'Change the password',
  current: 'Current password',
  passwordChanged: 'Password changed; the other sessions have ended.',
  sessions: 'Where I am signed in',
  device: 'Device',
  unknownDevice: 'Unknown device',
  thisSession: 'this session',
  signedInAt: 'Signed in',
  lastSeenAt: 'Last seen',
  end: 'End',
  ended: 'Session ended.',
  everywhere: 'Sign out everywhere',
};
