import { relations, type Participant, type Relation } from './chain-definition.js';
import type { ApprovalSubject } from './definition.js';

interface Standing {
  /** Somebody stands in it who may decide. */
  readonly free: readonly Relation[];
  /** Whoever stands in it is on the other side of the control, always. */
  readonly barred: readonly Relation[];
}

/** Of what concerns one share, whoever answers for it. */
const OF_SHARE: Standing = { free: ['other-areas'], barred: ['head-of-area', 'assignee', 'proposer'] };

/** Who stands in a relation to what is approved; in the others nobody does. */
const standings: Readonly<Record<ApprovalSubject, Standing>> = {
  plan: { free: [], barred: ['proposer'] },
  objective: { free: ['head-of-area'], barred: ['proposer'] },
  // whoever holds a share that it touches has asked for it, or is concerned by it
  variation: { free: [], barred: relations },
  rendicontazione: OF_SHARE,
  justification: OF_SHARE,
  evaluation: { free: [], barred: ['assignee'] },
  'premium-run': { free: [], barred: [] },
};

/** The relations in which somebody may take a step of an approval. */
export function relationsFor(subject: ApprovalSubject): readonly Relation[] {
  return standings[subject].free;
}

/** Whether whoever is meant is always on the other side of the control. */
export function isAlwaysBarred(participant: Participant, subject: ApprovalSubject): boolean {
  if (!('relation' in participant)) return false;
  const { relation } = participant;
  // whoever proposes or answers for something is, whatever it is
  return ['assignee', 'proposer'].includes(relation) || standings[subject].barred.includes(relation);
}

/** Whether nobody is meant. */
export function isNobody(participant: Participant, subject: ApprovalSubject): boolean {
  return (
    'relation' in participant &&
    !isAlwaysBarred(participant, subject) &&
    !standings[subject].free.includes(participant.relation)
  );
}
