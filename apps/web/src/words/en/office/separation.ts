import type { separation as italian } from '../../it/office/separation.js';
import type { Same } from '../../same.js';

export const separation: Same<typeof italian> = {
  title: 'Separation of duties',
  lead: 'Every control step taken: who acted and who was on the other side. The verdict comes from facts, as they are recorded today, not from what was decided then.',
  link: 'Proof of the separation of duties',
  checked: 'Steps checked',
  violations: 'Violations',
  none: 'No step fits these filters.',
  subject: 'What',
  step: 'Step',
  scoring: 'scoring of the degree',
  liquidation: 'liquidation',
  when: 'When',
  who: 'Who acted',
  onBehalfOf: 'in the place of {{who}}',
  otherSide: 'On the other side',
  rerouted: 'In the place of',
  verdict: 'Verdict',
  verdicts: { ok: 'Separate', violation: 'Violation' },
  onlyViolations: 'Only violations',
  from: 'Recorded from',
  to: 'until',
  csv: 'Download as CSV',
  next: 'Show earlier ones',
  first: 'Back to the newest',
};
