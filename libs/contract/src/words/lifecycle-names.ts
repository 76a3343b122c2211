import type { LifecycleState, LifecycleVerb } from '#domain';
import type { Text } from '../language.js';

/** What moves an objective or a share, as one says that somebody may do it. */
export const verbNames: Readonly<Record<LifecycleVerb, Text>> = {
  propose: { it: 'proporre', en: 'propose' },
  'return-proposal': { it: 'restituire la proposta', en: 'return the proposal' },
  'withdraw-proposal': { it: 'ritirare la proposta', en: 'withdraw the proposal' },
  validate: { it: 'validare', en: 'validate' },
  approve: { it: 'approvare con il piano', en: 'approve with the plan' },
  assign: { it: 'assegnare', en: 'assign' },
  acknowledge: { it: 'prendere visione', en: 'acknowledge' },
  suspend: { it: 'sospendere', en: 'suspend' },
  resume: { it: 'riprendere', en: 'resume' },
  remove: { it: 'stralciare', en: 'remove' },
  'submit-rendicontazione': { it: 'rendicontare', en: 'submit the rendicontazione' },
  'return-rendicontazione': { it: 'restituire la rendicontazione', en: 'return the rendicontazione' },
  'approve-rendicontazione': { it: 'approvare la rendicontazione', en: 'approve the rendicontazione' },
  'make-definitive': { it: 'rendere definitivo', en: 'make definitive' },
  liquidate: { it: 'liquidare', en: 'liquidate' },
  close: { it: 'chiudere', en: 'close' },
  reopen: { it: 'riaprire', en: 'reopen' },
};

/** Where it stands. */
export const stateNames: Readonly<Record<LifecycleState, Text>> = {
  draft: { it: 'bozza', en: 'draft' },
  proposed: { it: 'proposto', en: 'proposed' },
  validated: { it: 'validato', en: 'validated' },
  approved: { it: 'approvato', en: 'approved' },
  assigned: { it: 'assegnato', en: 'assigned' },
  'in-progress': { it: 'in corso', en: 'in progress' },
  suspended: { it: 'sospeso', en: 'suspended' },
  removed: { it: 'stralciato', en: 'removed' },
  'rendicontazione-submitted': { it: 'rendicontazione inviata', en: 'rendicontazione submitted' },
  'rendicontazione-returned': { it: 'rendicontazione da integrare', en: 'rendicontazione returned' },
  'rendicontazione-approved': { it: 'rendicontazione approvata', en: 'rendicontazione approved' },
  definitive: { it: 'definitivo', en: 'definitive' },
  liquidated: { it: 'liquidato', en: 'liquidated' },
  closed: { it: 'chiuso', en: 'closed' },
};
