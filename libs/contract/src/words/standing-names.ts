import type { Approval, EvaluationStatus, VariationState } from '#domain';
import type { Text } from '../language.js';

/** The last one is none, and yet what a refusal may want. */
type Status = Approval['status'] | VariationState['status'] | EvaluationStatus | 'hearing-offered';

/** Where an approval, a variation or an evaluation stands, as one says it in a sentence of theirs. */
export const standingNames: Readonly<Record<Status, Text>> = {
  none: { it: 'non ancora iniziata', en: 'not begun' },
  open: { it: 'in corso', en: 'under way' },
  returned: { it: 'restituita per integrazioni', en: 'sent back' },
  withdrawn: { it: 'ritirata', en: 'withdrawn' },
  rejected: { it: 'respinta', en: 'rejected' },
  approved: { it: 'conclusa con l’approvazione', en: 'over, with approval' },
  applied: { it: 'applicata al piano', en: 'applied to the plan' },
  'not-applied': { it: 'approvata e non applicata', en: 'approved and not applied' },
  'to-evaluate': { it: 'da proporre', en: 'to be proposed' },
  proposed: { it: 'proposta', en: 'proposed' },
  notified: { it: 'comunicata alla persona', en: 'told to the person' },
  observed: { it: 'con le osservazioni della persona', en: 'with the person’s observations' },
  'hearing-offered': {
    it: 'con un’audizione offerta e non ancora chiusa',
    en: 'with a hearing offered and not yet over',
  },
  heard: { it: 'con l’audizione chiusa', en: 'with the hearing over' },
  judged: { it: 'in approvazione', en: 'on its way through the approvals' },
  final: { it: 'approvata, in attesa di accettazione', en: 'approved, waiting to be accepted' },
  'conciliation-requested': { it: 'con una conciliazione chiesta', en: 'with a conciliation asked for' },
  conciliation: { it: 'in conciliazione', en: 'in conciliation' },
  confirmed: { it: 'confermata dopo la conciliazione', en: 'confirmed after the conciliation' },
  revised: { it: 'riformata dopo la conciliazione', en: 'revised after the conciliation' },
  definitive: { it: 'definitiva', en: 'definitive' },
};
