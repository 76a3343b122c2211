import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../client/queries.js';
import { ApprovalFilters } from '../features/approvals/approval-filters.js';
import { ApprovalList } from '../features/approvals/approval-list.js';
import { asQuery, filtersIn } from '../features/approvals/filters.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { useFilters } from '../ui/use-filters.js';
import '../styles/flow.css';

/** What waits for whom, whatever is approved; the filters are in the address. */
export function ApprovalsScreen() {
  const { t } = useTranslation();
  const [search, choose] = useFilters();
  const filters = filtersIn(search);
  const asked = useQuery(query('approvals', { query: asQuery(filters) }));
  return (
    <Page title={t('approval.title')} lead={t('approval.lead')}>
      <ApprovalFilters filters={filters} choose={choose} />
      <Answered asked={asked}>{({ approvals }) => <ApprovalList approvals={approvals} />}</Answered>
    </Page>
  );
}
