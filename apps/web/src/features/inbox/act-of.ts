import type { Answer } from '../../client/ask.js';
import { toShareAct, type ShareAct } from '../../places.js';

export type InboxItem = Answer<'inbox'>['items'][number];
export type InboxAction = InboxItem['action'];

/** What is most pressing first. */
export const order: readonly InboxAction[] = [
  'fulfil-late',
  'integrate-rendicontazione',
  'answer-deadline',
  'acknowledge',
  'approve-rendicontazione',
  'score',
  'assign',
  'submit-rendicontazione',
  'liquidate-premium',
  'decide-justification',
  'ratify-suspension',
  'adjust-premium',
];

const forms: Readonly<Record<Exclude<InboxAction, 'liquidate-premium'>, ShareAct>> = {
  'fulfil-late': 'late-fulfilment',
  'integrate-rendicontazione': 'rendicontazione',
  'answer-deadline': 'progress',
  acknowledge: 'acknowledgement',
  assign: 'assignment',
  'approve-rendicontazione': 'approval',
  score: 'score',
  'submit-rendicontazione': 'rendicontazione',
  'decide-justification': 'decision',
  'ratify-suspension': 'ratification',
  'adjust-premium': 'adjustment',
};

/** Where the act that an item waits for is done. */
export function placeOf(item: InboxItem): string {
  if (item.action === 'liquidate-premium') return '/premiums';
  return toShareAct(forms[item.action], item, item.deadline);
}

/** Items by what they ask for, in the order of urgency; within one the server's order. */
export function grouped(items: readonly InboxItem[]) {
  return order
    .map((action) => ({ action, items: items.filter((item) => item.action === action) }))
    .filter((group) => group.items.length > 0);
}

export function keyOf({ action, shareId, objectiveId, deadline }: InboxItem): string {
  return [action, objectiveId, shareId, deadline?.deadlineId, deadline?.instance].join(' ');
}
