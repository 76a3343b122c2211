import { lastDayOf } from '#domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import type { Share } from './offers.js';
import { Unratified } from './unratified.js';

/** What befell a share beside its way and still counts: it rests, it was removed, it was reopened, it is definitive. */
export function Moves({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { suspension, removal, reopenings, definitive, adjusting } = share.moves;
  const reopened = reopenings.at(-1);
  return (
    <>
      {suspension !== null && (
        <Move icon="it-ban" title={t('share.restsUntil', { day: formats.longDay(lastDayOf(suspension)) })}>
          <p>{suspension.reason}</p>
          <p className="quiet">
            {suspension.act !== null
              ? actWords(suspension.act)
              : lastDayOf(suspension) < suspension.until
                ? t('share.restsUnlessRatified', { day: formats.longDay(suspension.until) })
                : t('share.restsUrgent')}
          </p>
        </Move>
      )}
      <Unratified share={share} />
      {removal !== null && (
        <Move icon="it-minus-circle" title={t('share.removedBy', { act: actWords(removal.act) })}>
          <p>
            {t(`variation.cause.${removal.cause as 'resources'}`)}: {removal.note}
          </p>
          <p>
            {t(removal.opinion.favourable ? 'share.opinionFor' : 'share.opinionAgainst', {
              day: formats.longDay(removal.opinion.on),
              text: removal.opinion.note,
            })}
            {removal.opinion.document && ` (${actWords(removal.opinion.document)})`}
          </p>
          {removal.opinion.against && <p>{removal.opinion.against}</p>}
          <p className="quiet">{t(`event.weight.${removal.weight}`)}</p>
        </Move>
      )}
      {reopened !== undefined && (
        <Move icon="it-restore" title={t('share.reopenedBy', { act: actWords(reopened.act) })}>
          <p>{reopened.reason}</p>
          {reopened.degree !== null && (
            <p className="quiet">{t('share.reopenedDegree', { degree: formats.percent(reopened.degree) })}</p>
          )}
          {adjusting !== null && (
            <p className="quiet">{t('share.adjustingNow', { amount: formats.money(adjusting.amount) })}</p>
          )}
        </Move>
      )}
      {definitive !== null && (
        <Move icon="it-check-circle" title={t('share.definitiveNow')}>
          {definitive.note !== '' && <p>{definitive.note}</p>}
          {definitive.act !== undefined && <p className="quiet">{actWords(definitive.act)}</p>}
        </Move>
      )}
    </>
  );
}

function Move({ icon, title, children }: MoveProps) {
  return (
    <div className="notice move">
      <Icon name={icon} />
      <div className="move-words">
        <p>
          <strong>{title}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}

interface MoveProps {
  readonly icon: `it-${string}`;
  readonly title: string;
  readonly children: ReactNode;
}
