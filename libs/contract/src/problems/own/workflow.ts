import { text } from '../problem-text.js';

export const workflowOwnProblems = {
  'workflow/not-found': text(
    404,
    ['Flusso sconosciuto', 'Nessuna versione così è pubblicata: scegliere fra quelle di GET /api/v1/workflows.'],
    ['Unknown workflow', 'No such version is published: choose one of GET /api/v1/workflows.'],
  ),
} as const;
