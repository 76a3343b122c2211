import { useTranslation } from 'react-i18next';
import { ApproveMany } from '../many/approve-many.js';
import { ManyForm } from '../many/many-form.js';
import type { Chosen } from '../many/use-chosen.js';
import { keyOf, type InboxItem } from './act-of.js';
import { labelOf, ROUTES, type ManyAction } from './for-many.js';

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
