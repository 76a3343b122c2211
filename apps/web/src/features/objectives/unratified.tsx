import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import type { Share } from './offers.js';

/** Rests that nobody ratified, and what they moved: whoever judges sees what nobody's act has decided. */
export function Unratified({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return share.moves.unratified.map(({ from, to, days, moved }) => (
    <div key={from} className="notice move">
      <Icon name="it-ban" />
      <div className="move-words">
        <p>
          <strong>{t('share.restedUnratified', { from: formats.longDay(from), to: formats.longDay(to) })}</strong>
        </p>
        <p>
          {moved.length === 0
            ? t('share.restedMovedNone')
            : t('share.restedMoved', {
                count: days,
                days: [...new Set(moved.map(({ dueOn }) => formats.day(dueOn)))].join(', '),
              })}
        </p>
        <p className="quiet">{t('share.restedUnratifiedText', { ratify: t('share.do.ratification') })}</p>
      </div>
    </div>
  ));
}
