import { z } from 'zod';
import { defineRoutes } from './route.js';
import { Evidence } from './values.js';

/** What is said where a document is cited. */
export const evidenceProblems = ['evidence/not-added', 'evidence/cited-otherwise', 'evidence/cited-twice'] as const;

/** Of a file as people call it; what cannot stand in a name is taken out of it. */
export const DocumentName = z.string().min(1).max(300);

const bytes = { mediaType: 'application/octet-stream' } as const;

export const documentRoutes = defineRoutes({
  addDocument: {
    method: 'POST',
    path: '/api/v1/documents',
    kind: 'direct',
    action: 'document.add',
    tag: 'documents',
    summary: {
      it: 'Aggiungere un documento: il corpo è il file stesso, la risposta è come citarlo fra le prove',
      en: 'Add a document: the body is the file itself, the answer is how to name it as evidence',
    },
    query: z.strictObject({ name: DocumentName }),
    body: bytes,
    status: 201,
    answers: { 201: Evidence },
    problems: [
      'document/empty',
      'document/too-large',
      'document/type-refused',
      'document/active-content',
      'document/infected',
      'document/not-scanned',
      'document/changed-by-scan',
      'document/with-macros',
      'document/damaged',
      'document/old-or-locked',
      'document/name-differs',
      'document/interrupted',
      'document/too-many-uploads',
      'document/disk-full',
    ],
  },
  document: {
    method: 'GET',
    path: '/api/v1/documents/:sha256',
    kind: 'direct',
    action: 'document.read',
    tag: 'documents',
    summary: { it: 'Scaricare un documento', en: 'Download a document' },
    params: z.strictObject({ sha256: Evidence.shape.sha256 }),
    query: z.strictObject({ name: DocumentName.optional().meta({ description: 'How the download is called.' }) }),
    status: 200,
    answers: { 200: bytes, 304: null },
    problems: ['document/not-found', 'document/altered'],
  },
});
