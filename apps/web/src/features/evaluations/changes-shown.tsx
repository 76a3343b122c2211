import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import type { Evaluation } from './evaluation.js';
import { ShareLink } from './share-link.js';

export type Change = NonNullable<Evaluation['grounds']>['changes'][number];

/** That nobody judges by the proposal that stands: which shares are others since, what each was and is. */
export function ChangesShown({ evaluation: { changed, grounds } }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const changeIn = useChangeWords();
  if (changed.length === 0) return null;
  return (
    <div className="notice">
      <div>
        <p>{t('evaluation.changed')}</p>
        {grounds !== null && (
          <ul>
            {grounds.changes.map((change) => (
              <li key={change.shareId}>
                <ShareLink objectiveId={change.objectiveId} />: {changeIn(change)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** What a share was at the proposal and is today, in words. */
function useChangeWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ before, now }: Change): string => {
    const weight = formats.decimal((before ?? now)?.weight ?? '0');
    const degree = formats.percent((before ?? now)?.degree ?? null);
    if (now === null) return t('evaluation.change.gone', { weight, degree });
    if (before === null) {
      return t(now.degree === null ? 'evaluation.change.cameUncertified' : 'evaluation.change.came', {
        weight,
        degree,
      });
    }
    const lines = [
      now.degree === null
        ? t('evaluation.change.uncertified', { before: degree })
        : Number(now.degree) !== Number(before.degree) &&
          t('evaluation.change.degree', { before: degree, now: formats.percent(now.degree) }),
      Number(now.weight) !== Number(before.weight) &&
        t('evaluation.change.weight', { before: weight, now: formats.decimal(now.weight) }),
    ];
    return lines.filter((line) => line !== false).join('; ');
  };
}
