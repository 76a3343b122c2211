import { addDays } from '#domain';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';
import { countOf, standingOf, weeksOf, type Standing, type Week } from './weeks.js';
import { YearTable } from './year-table.js';
import { WeekDeadlines } from './week-deadlines.js';
import { yearScale } from './year-scale.js';

const WIDTH = 980;
/** As the names' padding and height of a line in the style sheet. */
const TOP = 28;
const ROW = 34;
/** A little less than a week is wide. */
const CELL = 17;

const standings: readonly Standing[] = ['missed', 'open', 'late', 'met'];

/** The year at a glance: weeks × areas. Arrow keys go from week to week; Enter opens one. */
export function YearPicture({ dashboard }: { readonly dashboard: Answer<'dashboard'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = useId();
  const today = useToday();
  const { calendar, areas, plan } = dashboard;
  const weeks = useMemo(
    () =>
      weeksOf(
        calendar,
        areas.map(({ areaId }) => areaId),
      ),
    [calendar, areas],
  );
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<Week | null>(null);
  const cells = useRef(new Map<number, SVGGElement>());
  const frame = useRef<HTMLDivElement>(null);
  const { place, months } = yearScale(plan.year, CELL / 2, WIDTH - CELL);
  const now = today?.startsWith(String(plan.year)) === true ? place(today) : null;
  useEffect(() => {
    // where not the whole year fits, it opens on today
    if (frame.current !== null && now !== null) frame.current.scrollLeft = now - frame.current.clientWidth / 2;
  }, [now, weeks.length]);
  if (weeks.length === 0) return null;

  const height = TOP + areas.length * ROW;
  const rowOf = (areaId: string) => areas.findIndex((area) => area.areaId === areaId);
  const words = (week: Week) =>
    [
      `${areas[rowOf(week.areaId)]?.name}, ${t('dashboard.week', { day: formats.longDay(week.from) })}`,
      ...standings
        .filter((each) => week[each] > 0)
        .map((each) => t(`dashboard.standing.${each}`, { count: week[each] })),
    ].join(': ');

  const go = (to: number) => {
    setAt(to);
    cells.current.get(to)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const to = neighbour(event.key, at, weeks);
    if (to !== null) go(to);
    else if (event.key === 'Enter' || event.key === ' ') setOpened(weeks[at] ?? null);
    else return;
    event.preventDefault();
  };

  return (
    <section className="panel year" aria-labelledby={title}>
      <h2 id={title}>{t('dashboard.year', { year: String(plan.year) })}</h2>
      <ul className="legend">
        {standings.map((standing) => (
          <li key={standing}>
            <svg width="16" height="16" aria-hidden="true">
              <Mark standing={standing} size={16} />
            </svg>
            {t(`dashboard.legend.${standing}`)}
          </li>
        ))}
      </ul>
      <div className="year-rows">
        <ul className="area-names" aria-hidden="true">
          {areas.map(({ areaId, name }) => (
            <li key={areaId}>{name}</li>
          ))}
        </ul>
        <div className="year-frame" ref={frame}>
          <svg width={WIDTH} height={height} role="group" aria-label={t('dashboard.yearHint')} onKeyDown={onKey}>
            {months.map((month) => (
              <g key={month} transform={`translate(${place(month)},0)`} aria-hidden="true">
                <line y1={TOP - 6} y2={height} className="month-line" />
                <text y={14} className="month-name">
                  {formats.month(new Date(month))}
                </text>
              </g>
            ))}
            {now !== null && <line x1={now} x2={now} y1={TOP - 8} y2={height} className="today-line" />}
            {weeks.map((week, index) => (
              <g
                key={`${week.areaId} ${week.from}`}
                ref={(element) => {
                  if (element !== null) cells.current.set(index, element);
                }}
                role="button"
                tabIndex={index === at ? 0 : -1}
                aria-label={words(week)}
                className="week"
                transform={`translate(${middle(week, place) - CELL / 2},${TOP + rowOf(week.areaId) * ROW + (ROW - CELL) / 2})`}
                onClick={() => {
                  setAt(index);
                  setOpened(week);
                }}
              >
                <title>{words(week)}</title>
                <Mark standing={standingOf(week)} size={CELL} />
                <text x={CELL / 2} y={CELL / 2 + 4} className={`week-count ${standingOf(week)}`} aria-hidden="true">
                  {countOf(week)}
                </text>
              </g>
            ))}
          </svg>
        </div>
      </div>
      {opened !== null && (
        <WeekDeadlines
          week={opened}
          area={areas[rowOf(opened.areaId)]?.name ?? ''}
          planId={plan.planId}
          onClose={() => {
            setOpened(null);
            cells.current.get(at)?.focus();
          }}
        />
      )}
      <details>
        <summary>{t('dashboard.yearAsTable')}</summary>
        <YearTable dashboard={dashboard} />
      </details>
    </section>
  );
}

/** Form and colour both tell how a week stands. */
function Mark({ standing, size }: { readonly standing: Standing; readonly size: number }) {
  const half = size / 2;
  switch (standing) {
    case 'missed':
      return <rect className="mark missed" x={1} y={1} width={size - 2} height={size - 2} rx={2} />;
    case 'open':
      return <circle className="mark open" cx={half} cy={half} r={half - 1.5} />;
    case 'late':
      return <path className="mark late" d={`M${half} 0 L${size} ${half} L${half} ${size} L0 ${half} Z`} />;
    case 'met':
      return <circle className="mark met" cx={half} cy={half} r={half - 1} />;
  }
}

/** Thursday, so that a week at the turn of the year stays in its year. */
function middle({ from }: Week, place: (day: string) => number): number {
  return place(addDays(from, 3));
}

/** Left and right: the week before and after; up and down: the nearest week of the area above or below. */
function neighbour(key: string, at: number, weeks: readonly Week[]): number | null {
  const here = weeks[at];
  if (here === undefined) return null;
  if (key === 'ArrowRight') return Math.min(at + 1, weeks.length - 1);
  if (key === 'ArrowLeft') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return weeks.length - 1;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const areas = [...new Set(weeks.map(({ areaId }) => areaId))];
  const next = areas[areas.indexOf(here.areaId) + (key === 'ArrowDown' ? 1 : -1)];
  const away = (week: Week) => Math.abs(Date.parse(week.from) - Date.parse(here.from));
  const candidates = weeks.map((week, index) => ({ week, index })).filter(({ week }) => week.areaId === next);
  return candidates.toSorted((a, b) => away(a.week) - away(b.week))[0]?.index ?? at;
}
