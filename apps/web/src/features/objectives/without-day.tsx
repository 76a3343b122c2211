import { useTranslation } from 'react-i18next';
import type { Objective, Share } from './offers.js';

/** What the plan asks of a share by no day: nobody is reminded of it until one is known. */
export function WithoutDay({ objective, share }: { readonly objective: Objective; readonly share: Share }) {
  const { t } = useTranslation();
  const found = objective.deadlines.filter(
    (deadline) =>
      deadline.shareIds.includes(share.shareId) &&
      (deadline.kind === 'relative' ||
        deadline.kind === 'after' ||
        (deadline.kind === 'as-of' && deadline.dueOn === undefined)),
  );
  if (found.length === 0) return null;
  return (
    <>
      <p className="quiet">{t('share.withoutDay')}</p>
      <ul className="quiet">
        {found.map(({ id, kind, text }) => (
          <li key={id}>
            {text}
            {kind === 'relative' && ` (${t('share.counted')})`}
          </li>
        ))}
      </ul>
    </>
  );
}
