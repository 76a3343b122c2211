import { Refusal } from '../http/refusal.js';
import type { Documents } from './open-documents.js';

/** What a request sends to be read: a text of its own, or a document that was added before. */
export type SentContent = { readonly text: string } | { readonly document: { readonly sha256: string } };

/** @throws Refusal `document/not-found`, `document/altered` */
export async function contentOf(
  sent: SentContent,
  documents: Pick<Documents, 'read'>,
): Promise<{ readonly text: string } | { readonly bytes: Uint8Array }> {
  if ('text' in sent) return { text: sent.text };
  const { sha256 } = sent.document;
  const bytes = await documents.read(sha256);
  if (bytes === null) throw new Refusal('document/not-found', { sha256 });
  return { bytes };
}
