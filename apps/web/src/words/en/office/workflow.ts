import type { workflow as italian } from '../../it/office/workflow.js';
import type { Same } from '../../same.js';

export const workflow: Same<typeof italian> = {
  title: 'Workflow of the body',
  lead: 'Who approves what, in which order, and through which states an objective goes.',
  version: 'In force: {{name}}, version {{version}}',
  lifecycle: 'The life of an objective',
  here: 'It is here',
  substitute: 'substitute: {{office}}',
  term: '{{count}} working days',
  act: 'by act: {{kinds}}',
  ofVersion: '{{name}}, version {{version}}',
  standsAt: 'Marked where it is: {{title}}',
  chainOf: 'Chain, drawn: {{name}}',
  chainAt: 'Chain, drawn: {{name}}. It is at the step “{{step}}”.',
  lifecycleOf: 'The life of an objective, drawn',
  lifecycleAt: 'The life of an objective, drawn. The share is in the state “{{state}}”.',
  hereAt: 'It is here: {{step}}',
  approved: 'Approved',
  returned: 'In integration',
  rejected: 'Rejected',
  asList: 'The same as a list',
  copy: 'Copy',
  copied: 'Copied',
  seeDrawn: 'See it drawn, with where it stands',
  mermaid: 'The drawing as text (Mermaid)',
};
