import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toObjective } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay } from '../session/session.js';
import type { Evaluation } from './evaluation.js';

type Grounds = NonNullable<Evaluation['grounds']>;
type Share = Grounds['shares'][number];
type Said = Grounds['said'][number];

/** On what a judgement rests: the shares that say the results, and what was said, in its order. */
export function GroundsShown({ grounds: { shares, said } }: { readonly grounds: Grounds }) {
  const { t } = useTranslation();
  return (
    <>
      {shares.length > 0 && <Shares shares={shares} />}
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

function Shares({ shares }: { readonly shares: readonly Share[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const may = useMay();
  const opens = may('objective.read');
  const columns = useMemo<readonly Column<Share>[]>(
    () => [
      {
        id: 'objective',
        header: t('premium.objective'),
        heading: true,
        cell: ({ objectiveId }) =>
          opens ? <Link to={toObjective(objectiveId)}>{numberOf(objectiveId)}</Link> : numberOf(objectiveId),
      },
      {
        id: 'weight',
        header: t('premium.weight'),
        numeric: true,
        sortBy: ({ weight }) => Number(weight),
        cell: ({ weight }) => formats.decimal(weight),
      },
      {
        id: 'degree',
        header: t('premium.degree'),
        numeric: true,
        sortBy: ({ degree }) => Number(degree),
        cell: ({ degree }) => formats.percent(degree),
      },
    ],
    [t, formats, opens],
  );
  return (
    <Table caption={t('evaluation.shares')} none="" columns={columns} rows={shares} keyOf={({ shareId }) => shareId} />
  );
}

function SaidShown({ said }: { readonly said: Said }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const { what, on, office, text, points = [], score, before, total, until, of, outcome } = said;
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
        {what === 'received' && of !== undefined ? t(`evaluation.received.${of}`) : t(`evaluation.what.${what}`)}
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
