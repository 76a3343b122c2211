import type { auditTrail as italian } from '../it/audit-trail.js';
import type { Same } from '../same.js';

export const auditTrail: Same<typeof italian> = {
  title: 'Audit trail',
  lead: 'Who did what, when, in which office. Every event carries the hash of the one before it.',
  filters: 'Filters',
  office: 'Office',
  what: 'What',
  plan: 'Plan',
  objective: 'Objective',
  from: 'From',
  to: 'To',
  apply: 'Filter',
  clear: 'Clear the filters',
  more: 'Show more',
  none: 'No event with these filters.',
  when: 'When',
  who: 'Who',
  event: 'Event',
  about: 'About what',
  shown_one: '{{count}} event, the newest first',
  shown_other: '{{count}} events, the newest first',
  account: 'Account',
  system: 'System',
};
