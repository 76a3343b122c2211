import { requireAct } from '../act.js';
import { isOfKind } from '../acts/act-key.js';
import type { ApprovalFact } from '../approval/facts.js';
import { Refused } from '../refused.js';
import { requireUnique } from '../text.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { NamedDocument, PremiumCommandOf } from './messages.js';

/**
 * Each gate has its document: what the log cannot know is named by whoever proposes, and stays theirs to answer for.
 *
 * @throws Refused `premium/document-missing`, `premium/document-of-other-kind`, `premium/unknown-document`
 */
export function requireDocuments(
  { documents = [] }: ChainDefinition,
  { documents: named, at }: PremiumCommandOf<'premium.propose'>,
): void {
  requireUnique(
    named.map(({ document }) => document),
    'documents.document',
  );
  const byId = new Map<string, NamedDocument>(named.map((one) => [one.document, one]));
  const missing = documents.filter(({ id }) => !byId.has(id)).map(({ id }) => id);
  if (missing.length > 0) throw new Refused('premium/document-missing', { documents: missing.join(', ') });
  for (const { document, act } of named) {
    const wanted = documents.find(({ id }) => id === document);
    if (wanted === undefined) throw new Refused('premium/unknown-document', { document });
    requireAct(act, at, 'value/out-of-range');
    if (!isOfKind(act, wanted.kinds)) {
      throw new Refused('premium/document-of-other-kind', {
        document,
        kind: act.kind,
        kinds: wanted.kinds.join(', '),
      });
    }
  }
}

/**
 * A run on its way is moved to no version that demands a document which nobody was asked to name: it is withdrawn and proposed by that
 * version instead.
 *
 * @throws Refused `premium/document-missing`
 */
export function requireNoFurtherDocument(
  { documents: asked = [] }: ChainDefinition,
  facts: readonly ApprovalFact[],
): void {
  const chain = facts.find((fact) => fact.kind === 'migrated')?.chain;
  const further = chain?.documents?.filter(({ id }) => !asked.some((one) => one.id === id)) ?? [];
  if (chain === undefined || further.length === 0) return;
  throw new Refused('premium/document-missing', {
    documents: further.map(({ id }) => id).join(', '),
    version: chain.version,
  });
}
