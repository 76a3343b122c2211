import type { ApprovalSubject } from './definition.js';
import type { Outcome, Relation } from './chain-definition.js';
import type { Label } from './label.js';
import type { LifecycleVerb } from './lifecycle.js';

/** How what every definition is made of is called, in drawings and on pages; states and steps have names of their own. */
export const verbNames: Readonly<Record<LifecycleVerb, Label>> = {
  propose: { it: 'proponi', en: 'propose' },
  'return-proposal': { it: 'restituisci', en: 'send back' },
  'withdraw-proposal': { it: 'ritira la proposta', en: 'withdraw the proposal' },
  validate: { it: 'valida', en: 'validate' },
  approve: { it: 'approva', en: 'approve' },
  assign: { it: 'assegna', en: 'assign' },
  acknowledge: { it: 'prendi visione', en: 'acknowledge' },
  suspend: { it: 'sospendi', en: 'suspend' },
  resume: { it: 'riprendi', en: 'resume' },
  remove: { it: 'stralcia', en: 'remove' },
  'submit-rendicontazione': { it: 'rendiconta', en: 'report' },
  'return-rendicontazione': { it: 'chiedi integrazioni', en: 'ask for integration' },
  'approve-rendicontazione': { it: 'approva la rendicontazione', en: 'approve the report' },
  'make-definitive': { it: 'rendi definitivo', en: 'make definitive' },
  liquidate: { it: 'liquida', en: 'liquidate' },
  close: { it: 'chiudi', en: 'close' },
  reopen: { it: 'riapri', en: 'reopen' },
};

export const subjectNames: Readonly<Record<ApprovalSubject, Label>> = {
  plan: { it: 'Piano', en: 'Plan' },
  objective: { it: 'Obiettivo proposto', en: 'Proposed objective' },
  variation: { it: 'Variazione', en: 'Variation' },
  rendicontazione: { it: 'Rendicontazione', en: 'Report' },
  justification: { it: 'Giustificazione', en: 'Justification' },
  evaluation: { it: 'Valutazione', en: 'Evaluation' },
  'premium-run': { it: 'Liquidazione dei premi', en: 'Premium run' },
};

export const relationNames: Readonly<Record<Relation, Label>> = {
  'head-of-area': { it: 'chi dirige l’area', en: 'who heads the area' },
  assignee: { it: 'chi risponde della quota', en: 'who answers for the share' },
  proposer: { it: 'chi l’ha proposto', en: 'who proposed it' },
  'other-areas': { it: 'le altre aree dell’obiettivo', en: 'the other areas of the objective' },
};

export const outcomeNames: Readonly<Record<Outcome, Label>> = {
  approve: { it: 'approva', en: 'approve' },
  reject: { it: 'respinge', en: 'reject' },
  return: { it: 'rinvia per integrazioni', en: 'return for integration' },
  'correct-degree': { it: 'rettifica il grado', en: 'correct the degree' },
};
