import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Evaluation } from './evaluation.js';
import { ShareLink } from './share-link.js';

type Grounds = NonNullable<Evaluation['grounds']>;
type Share = Grounds['shares'][number];
type Said = Grounds['said'][number];

/** On what a judgement rests: the shares that say the results, and what was said, in its order. */
export function GroundsShown({ grounds: { shares, changes, said } }: { readonly grounds: Grounds }) {
  const { t } = useTranslation();
  return (
    <>
      {shares.length > 0 && <Shares shares={shares} changes={changes} />}
      {said.length > 0 && (
        <section className="panel">
          <h2>{t('evaluation.said')}</h2>
          <ol className="timeline">
            {said.map((one, index) => (
              <SaidShown key={`${index} ${one.what}`} said={one} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Shares({ shares, changes }: Pick<Grounds, 'shares' | 'changes'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const columns = useMemo<readonly Column<Share>[]>(
    () => [
      {
        id: 'objective',
        header: t('premium.objective'),
        heading: true,
        cell: ({ objectiveId, shareId }) => (
          <>
            <ShareLink objectiveId={objectiveId} />{' '}
            {changes.some((change) => change.shareId === shareId && change.now === null) && (
              <Tag tone="attention">{t('evaluation.countsNoMore')}</Tag>
            )}
          </>
        ),
      },
      {
        id: 'weight',
        header: t('premium.weight'),
        numeric: true,
        sortBy: ({ weight }) => Number(weight),
        cell: ({ shareId, weight }) => {
          const now = nowOf(shareId, changes)?.weight ?? weight;
          return (
            <>
              {formats.decimal(weight)}{' '}
              {Number(now) !== Number(weight) && (
                <Tag tone="attention">{t('evaluation.today', { now: formats.decimal(now) })}</Tag>
              )}
            </>
          );
        },
      },
      {
        id: 'degree',
        header: t('premium.degree'),
        numeric: true,
        sortBy: ({ degree }) => Number(degree),
        cell: ({ shareId, degree }) => {
          const now = nowOf(shareId, changes);
          const today = now?.degree ?? null;
          return (
            <>
              {formats.percent(degree)}{' '}
              {now !== null && (today === null || Number(today) !== Number(degree)) && (
                <Tag tone="attention">
                  {today === null
                    ? t('evaluation.todayUncertified')
                    : t('evaluation.today', { now: formats.percent(today) })}
                </Tag>
              )}
            </>
          );
        },
      },
    ],
    [t, formats, changes],
  );
  return (
    <Table caption={t('evaluation.shares')} none="" columns={columns} rows={shares} keyOf={({ shareId }) => shareId} />
  );
}

/** As a share counts today, where that is otherwise than at the proposal; null: as then, or no more. */
function nowOf(shareId: string, changes: Grounds['changes']) {
  return changes.find((change) => change.shareId === shareId)?.now ?? null;
}

function SaidShown({ said }: { readonly said: Said }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const { what, on, office, anew, text, points = [], score, before, total, until, of, outcome } = said;
  const decimal = (value: string) => formats.decimal(value);
  const lines = [
    score !== undefined && before === undefined && t('evaluation.scoreWas', { total: decimal(score.total) }),
    score !== undefined &&
      before !== undefined &&
      t('evaluation.scoreChanged', { before: decimal(before.total), after: decimal(score.total) }),
    total !== undefined && t('evaluation.scoreWas', { total: decimal(total) }),
    what === 'received' && until !== undefined && t('evaluation.until', { day: formats.longDay(until) }),
    what === 'hearing-offered' && until !== undefined && t('evaluation.hearingDay', { day: formats.longDay(until) }),
    what === 'hearing-recorded' && outcome === 'declined' && t('evaluation.hearingOutcome.declined'),
  ].filter((line) => line !== false);
  return (
    <li className="moment">
      <p className="moment-when">{formats.day(on)}</p>
      <p className="moment-what">
        {what === 'received' && of !== undefined
          ? t(`evaluation.received.${of}`)
          : t(anew === true ? 'evaluation.proposedAnew' : `evaluation.what.${what}`)}
      </p>
      <p className="quiet moment-who">
        {office === 'system' || office === 'sistema' ? t('event.bySystem') : t('event.by', { office: nameOf(office) })}
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {text !== undefined && text !== '' && <blockquote className="report-note">{text}</blockquote>}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
