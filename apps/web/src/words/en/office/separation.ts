import type { separation as italian } from '../../it/office/separation.js';
import type { Same } from '../../same.js';

export const separation: Same<typeof italian> = {
  title: 'Separation of duties',
  lead: 'Every control step taken, and whatever else is not for those concerned to do (suspensions, removals, reopenings, liquidations, reassignments…): who acted and who was on the other side. The verdict comes from facts, as they are recorded today, not from what was decided then.',
  link: 'Proof of the separation of duties',
  checked: 'Operations checked',
  violations: 'Violations',
  none: 'Nothing fits these filters.',
  subject: 'What',
  step: 'Step or operation',
  scoring: 'scoring of the degree',
  when: 'When',
  recordedOn: '{{told}}, recorded on {{recorded}}',
  who: 'Who acted',
  onBehalfOf: 'in the place of {{who}}',
  otherSide: 'On the other side',
  rerouted: 'In the place of',
  verdict: 'Verdict',
  verdicts: { ok: 'Separate', violation: 'Violation' },
  recordedLater: {
    tenure:
      'the tenure, from {{from}}, was recorded on {{recorded}}, after the step: whoever took it may not have known',
    delegation:
      'the delegation, in force from {{from}}, was recorded on {{recorded}}, after the step: whoever took it may not have known',
    assignment:
      'the share given to their office from {{from}} was recorded on {{recorded}}, after the step: whoever took it may not have known',
  },
  namedBy: {
    tenure: 'who acted has the office from {{from}} by a tenure that {{who}}, a party to it, recorded on {{recorded}}',
    delegation:
      'who acted has the office from {{from}} by a delegation that {{who}}, a party to it, recorded on {{recorded}}',
  },
  endOneSide:
    'Under “Offices” revoke the stand-in or end one of the two tenures; the step stands until an act reopens or annuls it',
  bothSides: {
    title: 'People on both sides',
    lead: 'Who certifies and has, or stands in for who has, an incompatible role: whether or not they took a step. Under “Offices” revoke the stand-in or end one of the two tenures',
    who: 'Who',
    roles: 'Incompatible roles',
    days: 'Days in common',
    by: 'By',
    tenure: 'tenure: {{office}}, recorded on {{recorded}}',
    delegation: 'delegation: {{office}}, recorded on {{recorded}}',
  },
  onlyViolations: 'Only violations',
  from: 'Recorded from',
  to: 'until',
  csv: 'Download as CSV',
  next: 'Show earlier ones',
  first: 'Back to the newest',
};
