import type { workflow as italian } from '../../it/office/workflow.js';
import type { Same } from '../../same.js';

export const workflow: Same<typeof italian> = {
  title: 'Workflow of the body',
  lead: 'Who approves what, in which order, and through which states an objective goes.',
  version: 'In force: {{name}}, version {{version}}',
  lifecycle: 'The life of an objective',
  here: 'It is here',
  substitute: 'substitute: {{office}}',
  quorum: 'at least {{count}}',
  term: '{{count}} working days',
  act: 'by act: {{kinds}}',
  seeDrawn: 'See it drawn, with where it stands',
  mermaid: 'The drawing as text (Mermaid)',
};
