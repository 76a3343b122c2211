import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import type { Outcome } from './outcomes.js';

/** What became of each, refusals first. */
export function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }) {
  const { t } = useTranslation();
  const refused = outcomes.filter(({ refusal }) => refusal !== null);
  const done = outcomes.filter(({ refusal }) => refusal === null);
  return (
    <div role="status" className="outcomes">
      {refused.length > 0 && (
        <>
          <p>
            <strong>{t('many.refused', { count: refused.length })}</strong>
          </p>
          <ul>
            {refused.map(({ key, label, refusal }) => (
              <li key={key}>
                <Icon name="it-close-circle" size="xs" /> {label}: {refusal}
              </li>
            ))}
          </ul>
        </>
      )}
      {done.length > 0 && (
        <>
          <p>
            <strong>{t('many.were', { count: done.length })}</strong>
          </p>
          <ul>
            {done.map(({ key, label }) => (
              <li key={key}>
                <Icon name="it-check-circle" size="xs" /> {label}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
