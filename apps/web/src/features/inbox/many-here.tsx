import { useTranslation } from 'react-i18next';
import { ApproveMany } from '../many/approve-many.js';
import { ManyForm } from '../many/many-form.js';
import type { Chosen } from '../many/use-chosen.js';
import { numberOf } from '../objectives/number-of.js';
import { keyOf, type InboxAction, type InboxItem } from './act-of.js';

/** What can be done with several at once. */
const ROUTES = { acknowledge: 'acknowledge', assign: 'assign', 'approve-rendicontazione': 'takeStep' } as const;

export type ManyAction = keyof typeof ROUTES;

export function isForMany(action: InboxAction): action is ManyAction {
  return Object.hasOwn(ROUTES, action);
}

export const labelOf = ({ objectiveId, title }: InboxItem) => `${numberOf(objectiveId)} ${title}`;

/** The same act on all that are ticked. */
export function ManyHere({ action, items, chosen }: ManyHereProps) {
  const { t } = useTranslation();
  if (action === 'approve-rendicontazione') {
    const steps = items.map((item) => ({
      key: keyOf(item),
      label: labelOf(item),
      approvalId: `objective~${item.objectiveId}~rendicontazione~${item.shareId}`,
      step: item.approval?.step ?? '',
    }));
    return <ApproveMany steps={steps} chosen={chosen} />;
  }
  const many = items.map((item) => ({
    key: keyOf(item),
    label: labelOf(item),
    command: {
      route: ROUTES[action],
      params: { objectiveId: item.objectiveId, shareId: item.shareId },
      ...(action === 'assign' && { body: { office: item.areaId } }),
    },
  }));
  return <ManyForm items={many} chosen={chosen} send={(count) => t(`many.${action}`, { count })} />;
}

interface ManyHereProps {
  readonly action: ManyAction;
  readonly items: readonly InboxItem[];
  readonly chosen: Chosen;
}
