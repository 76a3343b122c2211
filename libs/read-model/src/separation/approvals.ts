import { romeDayOf, type ApprovalSubject, type Label } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import { sideOf, sideToday, takenBefore } from './other-side.js';
import type { Check } from './row.js';

/** What happened to an approval, as whatever release told it. */
export type ApprovalFactIn = { readonly subject: ApprovalSubject } & (
  | { readonly kind: 'voted'; readonly step: string; readonly outcome: string; readonly onBehalfOf?: string | null }
  | {
      readonly kind: 'claimed' | 'reassigned' | 'migrated' | 'other';
      readonly step?: string;
      readonly onBehalfOf?: string | null;
    }
);

/** @returns null for what is nobody's deed on an approval */
export function approvalFactIn({ type, data }: RecordedEvent): ApprovalFactIn | null {
  const [, kind] = /\.approval-(voted|claimed|reassigned|migrated)\.v\d+$/.exec(type) ?? [];
  if (kind !== undefined) return { ...data, kind } as ApprovalFactIn; // as the rules once wrote it
  const subject = weighed[type];
  const { fact } = data as { readonly fact?: ApprovalFactIn };
  return subject === undefined || fact === undefined ? null : { ...fact, subject };
}

const weighed: Readonly<Record<string, ApprovalSubject>> = {
  'objective.justification-weighed.v1': 'justification',
  'objective.proposal-weighed.v1': 'objective',
};

/** What is done to an approval beside its votes: nobody chooses who judges them, and by which rules. */
const handled: Readonly<Record<string, { readonly step: string; readonly name: Label }>> = {
  claimed: { step: 'claim', name: { it: 'Presa in carico', en: 'Claim' } },
  reassigned: { step: 'reassign', name: { it: 'Riassegnazione', en: 'Reassignment' } },
  migrated: { step: 'migrate', name: { it: 'Cambio di versione', en: 'Change of version' } },
};

/** @returns null for what anybody may, or what happens by itself */
export function handledCheck(event: RecordedEvent, rows: Rows, fact: ApprovalFactIn): Check | null {
  const deed = handled[fact.kind];
  const { actor, recordedAt } = metadataOf(event);
  if (deed === undefined || actor.id === 'system') return null;
  const side = sideOf(event, rows);
  const { subject, step } = fact;
  const route = step === undefined ? undefined : side.routes[step];
  const isClaim = fact.kind === 'claimed';
  return {
    ...sideToday(event, rows, side, isClaim ? route : undefined),
    // who took a step of it may give another to somebody, and take it to other rules
    earlier: isClaim && route !== undefined ? takenBefore(side, step ?? '', route, subject, actor.office) : [],
    subject,
    planId: side.plan_id,
    step: deed.step,
    stepName: route?.name == null ? deed.name : at(deed.name, route.name),
    outcome: 'act',
    // who sees to a step does so in the place in which they will take it, as of today
    ...(isClaim && { onBehalfOf: fact.onBehalfOf, on: romeDayOf(recordedAt) }),
    anyPlace: !isClaim,
    workflow: side.workflow,
  };
}

function at(deed: Label, step: Label): Label {
  return { it: `${deed.it} (${step.it})`, en: `${deed.en} (${step.en})` };
}
