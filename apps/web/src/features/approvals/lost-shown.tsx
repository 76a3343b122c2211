import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import type { ApprovalDetail } from './approval-steps.js';
import type { Lost } from './lost.js';

/** What a migration cannot carry over. */
export function LostShown({ lost, words, steps }: LostShownProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  if (lost.length === 0) return <p>{t('approval.nothingLost')}</p>;
  return (
    <>
      <p>{words}</p>
      <ul>
        {lost.map(({ what, step, persons }) => (
          <li key={`${what} ${step}`}>
            {t(`approval.lostWhat.${what}`, {
              step: steps.find(({ id }) => id === step)?.name[language] ?? step,
              count: persons.length,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

interface LostShownProps {
  readonly lost: readonly Lost[];
  readonly words: string;
  /** Those that are known by name. */
  readonly steps: ApprovalDetail['steps'];
}
