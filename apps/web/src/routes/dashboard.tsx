import { useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../client/ask.js';
import { Problem } from '../client/problem.js';
import { query } from '../client/queries.js';
import { AwaitingTable } from '../features/dashboard/awaiting-table.js';
import { ByArea } from '../features/dashboard/by-area.js';
import { ByMission } from '../features/dashboard/by-mission.js';
import { DueTable } from '../features/dashboard/due-table.js';
import { YearPicture } from '../features/dashboard/year-picture.js';
import { StatusTag } from '../features/objectives/status-tag.js';
import { ImportLink } from '../features/plans/import-link.js';
import { Answered } from '../ui/answered.js';
import { Figure, Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';

/** How far the plan is, by area and by mission; what is late, what awaits approval, what comes. */
export function DashboardScreen() {
  const { t } = useTranslation();
  const asked = useQuery(query('dashboard', { query: {} }));
  const none = asked.error instanceof Problem && asked.error.code === 'plan/not-drafted';
  return (
    <Page title={t('dashboard.title')} overline={asked.data?.plan.body} lead={asked.data?.plan.title}>
      {none ? (
        <Callout>
          <CalloutTitle tag="h2">{t('dashboard.noPlan')}</CalloutTitle>
          <CalloutText>{t('dashboard.noPlanText')}</CalloutText>
          <ImportLink />
        </Callout>
      ) : (
        <Answered asked={asked}>{(dashboard) => <Shown dashboard={dashboard} />}</Answered>
      )}
    </Page>
  );
}

function Shown({ dashboard }: { readonly dashboard: Answer<'dashboard'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { objectives, shares, progress, overdue, awaitingApproval, upcoming, areas, missions, sharesByStatus } =
    dashboard;
  return (
    <>
      <Figures>
        <Figure name={t('dashboard.objectives')} value={objectives} to="/objectives" />
        <Figure name={t('dashboard.shares')} value={shares} />
        <Figure name={t('dashboard.progress')} value={formats.percent(progress)} tone="primary" />
        <Figure name={t('dashboard.overdue')} value={overdue.length} tone={overdue.length > 0 ? 'bad' : 'good'} />
        <Figure name={t('dashboard.awaiting')} value={awaitingApproval.length} tone="attention" />
        <Figure name={t('dashboard.upcoming')} value={upcoming.length} tone="attention" />
      </Figures>
      <BesideTheirWay counts={sharesByStatus} />
      <ByArea areas={areas} />
      <YearPicture dashboard={dashboard} />
      <DueTable caption={t('dashboard.overdueTitle')} none={t('dashboard.noneOverdue')} items={overdue} />
      <AwaitingTable items={awaitingApproval} />
      <ByMission missions={missions} />
      <DueTable caption={t('dashboard.upcomingTitle')} none={t('dashboard.noneUpcoming')} items={upcoming} />
    </>
  );
}

const BESIDE = ['suspended', 'removed', 'definitive'] as const;

/** Shares that do not stand on the usual way, where there are any: each count leads to them. */
function BesideTheirWay({ counts }: { readonly counts: Answer<'dashboard'>['sharesByStatus'] }) {
  const { t } = useTranslation();
  const some = BESIDE.filter((status) => (counts[status] ?? 0) > 0);
  if (some.length === 0) return null;
  return (
    <ul className="beside-their-way">
      {some.map((status) => (
        <li key={status}>
          <Link to={`/objectives?status=${status}`}>
            <StatusTag status={status} /> {t('dashboard.sharesSo', { count: counts[status] ?? 0 })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
