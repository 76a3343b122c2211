import { numberOf } from '../objectives/number-of.js';
import type { InboxAction, InboxItem } from './act-of.js';

/** What can be done with several at once. */
export const ROUTES = { acknowledge: 'acknowledge', assign: 'assign', 'approve-rendicontazione': 'takeStep' } as const;

export type ManyAction = keyof typeof ROUTES;

export function isForMany(action: InboxAction): action is ManyAction {
  return Object.hasOwn(ROUTES, action);
}

export const labelOf = ({ objectiveId, title }: InboxItem) => `${numberOf(objectiveId)} ${title}`;
