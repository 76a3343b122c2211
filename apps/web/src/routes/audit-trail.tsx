import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ask, type Answer, type Request } from '../client/ask.js';
import { AuditFilters, filterNames } from '../features/audit-trail/audit-filters.js';
import { AuditTable } from '../features/audit-trail/audit-table.js';
import { Page } from '../ui/page.js';
import { Refusal } from '../ui/refusal.js';
import { Waiting } from '../ui/waiting.js';

type Query = NonNullable<Request<'auditTrail'>['query']>;

/** Who did what, when, on what: the whole log, newest first, with filters in the address. */
export function AuditTrailScreen() {
  const { t } = useTranslation();
  const [asked] = useSearchParams();
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])),
  ) as Query;
  const trail = useInfiniteQuery({
    queryKey: ['auditTrail', filters],
    queryFn: ({ pageParam, signal }) =>
      ask('auditTrail', { query: { ...filters, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }: Answer<'auditTrail'>) => nextCursor,
  });
  const events = trail.data?.pages.flatMap((page) => page.events);
  return (
    <Page title={t('auditTrail.title')} lead={t('auditTrail.lead')}>
      <AuditFilters key={asked.toString()} />
      <Refusal error={trail.error} />
      {events === undefined ? trail.error === null && <Waiting /> : <AuditTable events={events} />}
      {trail.hasNextPage && (
        <Button
          color="primary"
          outline
          type="button"
          aria-disabled={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t('auditTrail.more')}
        </Button>
      )}
    </Page>
  );
}
