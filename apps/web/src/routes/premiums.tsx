import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import type { Run } from '../features/premiums/run.js';
import { useMay } from '../features/session/session.js';
import { toPremiumRun } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { Tag } from '../ui/tag.js';
import { useFormats } from '../words/use-formats.js';

/** How the funds were shared out, run by run. */
export function PremiumsScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const may = useMay();
  const asked = useQuery(query('premiumRuns', { query: {} }));
  const columns = useMemo<readonly Column<Run>[]>(
    () => [
      {
        id: 'scope',
        header: t('premium.scope'),
        heading: true,
        cell: (run) => <Link to={toPremiumRun(run.runId)}>{run.name}</Link>,
      },
      {
        id: 'fund',
        header: t('premium.fund'),
        numeric: true,
        sortBy: ({ fund }) => Number(fund),
        cell: ({ fund, adjusts }) => (adjusts === null ? formats.money(fund) : '–'),
      },
      {
        id: 'total',
        header: t('premium.total'),
        numeric: true,
        sortBy: ({ total, adjusts }) => Number(adjusts?.difference ?? total),
        cell: ({ total, adjusts }) => (adjusts === null ? formats.money(total) : <Adjusted {...adjusts} />),
      },
      {
        id: 'savings',
        header: t('premium.savings'),
        numeric: true,
        sortBy: ({ savings }) => Number(savings),
        cell: ({ savings, adjusts }) => (adjusts === null ? formats.money(savings) : '–'),
      },
      {
        id: 'recordedAt',
        header: t('premium.recordedAt'),
        sortBy: ({ recordedAt }) => recordedAt,
        cell: ({ recordedAt }) => formats.dayOfInstant(recordedAt),
      },
      {
        id: 'status',
        header: t('premium.status_'),
        sortBy: ({ status }) => status,
        cell: ({ status }) => (
          <Tag tone={status === 'liquidated' ? 'good' : 'attention'}>{t(`premium.status.${status}`)}</Tag>
        ),
      },
    ],
    [t, formats],
  );
  return (
    <Page
      title={t('premium.title')}
      lead={t('premium.lead')}
      aside={
        may('premium.compute') && (
          <Link to="/premiums/new" className="btn btn-primary btn-xs">
            {t('premium.new')}
          </Link>
        )
      }
    >
      <Answered asked={asked}>
        {({ premiumRuns }) => (
          <Table
            caption={t('premium.runs')}
            none={t('premium.none')}
            columns={columns}
            rows={premiumRuns}
            keyOf={({ runId }) => runId}
          />
        )}
      </Answered>
    </Page>
  );
}

/** Of a run that puts a payment right: the difference alone is paid, or recovered. */
function Adjusted({ difference }: { readonly difference: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isLess = difference.startsWith('-');
  return (
    <>
      <span className="quiet">{t(isLess ? 'premium.toRecover' : 'premium.toPayMore')}</span>{' '}
      <span className="nowrap">{formats.money(isLess ? difference.slice(1) : difference)}</span>
    </>
  );
}
