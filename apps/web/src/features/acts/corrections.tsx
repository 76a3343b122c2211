import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';

type Correction = Answer<'act'>['corrections'][number];
type Said = Correction['before'];

/** How an act was corrected: when, by whom and why, and what it said before. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  return (
    <section className="panel">
      <h2>{t('acts.corrections')}</h2>
      <ol className="timeline">
        {numbered(corrections).map(({ number, at, person, office, reason, before, after }) => (
          <li key={number} className="moment">
            <p className="moment-when">{formats.instant(at)}</p>
            <p className="moment-what">{t('event.reason', { text: reason })}</p>
            <p className="quiet moment-who">
              {t('event.by', { office: [...new Set([personName(person), nameOf(office)])].join(', ') })}
            </p>
            <Changes before={before} after={after} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The last first; of several at one instant, as on a simulated clock, each is another. */
function numbered(corrections: readonly Correction[]) {
  return corrections.map((correction, number) => ({ ...correction, number })).toReversed();
}

function Changes({ before, after }: Pick<Correction, 'before' | 'after'>) {
  const { t } = useTranslation();
  const { longDay } = useFormats();
  const said = ({ date, organ, title, effectiveFrom, file }: Said) =>
    [
      [t('act.actDate'), longDay(date)],
      [t('acts.organ'), organ],
      [t('acts.about'), title],
      [t('acts.effectiveFrom'), effectiveFrom === null ? t('acts.fromItsDate') : longDay(effectiveFrom)],
      [t('acts.fileOf'), file?.name ?? t('acts.noFile')],
    ] as const;
  const now = said(after);
  return (
    <ul>
      {said(before).flatMap(([what, was], index) => {
        const is = now[index]?.[1] ?? was;
        return is === was ? [] : [<li key={what}>{t('acts.changed', { what, was, is })}</li>];
      })}
    </ul>
  );
}
