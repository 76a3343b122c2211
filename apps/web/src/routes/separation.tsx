import { routes } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../client/address.js';
import { query } from '../client/queries.js';
import { SubjectField } from '../features/approvals/subject-field.js';
import { BothSides } from '../features/separation/both-sides.js';
import { controlNames, controlSubjects } from '../features/separation/control-names.js';
import { ChecksTable } from '../features/separation/checks-table.js';
import { Answered } from '../ui/answered.js';
import { Check, TextField } from '../ui/field.js';
import { Figure, Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { useFilters } from '../ui/use-filters.js';
import '../styles/flow.css';

/** Every control step ever taken, and whether duty was separated; the filters are in the address. */
export function SeparationScreen() {
  const { t } = useTranslation();
  const [search, choose] = useFilters();
  const { cursor, ...filters } = filtersIn(search);
  const asked = useQuery(query('separationChecks', { query: { ...filters, ...(cursor !== undefined && { cursor }) } }));
  return (
    <Page
      title={t('separation.title')}
      lead={t('separation.lead')}
      trail={[{ to: '/organisation', label: t('organisation.title') }]}
      aside={
        <a href={addressOf(routes.separationChecksFile.path, {}, filters)} download className="btn btn-outline-primary">
          {t('separation.csv')}
        </a>
      }
    >
      <form className="panel filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <SubjectField label={t('separation.subject')} names={controlNames} value={filters.subject} choose={choose} />
        <TextField
          type="date"
          label={t('separation.from')}
          value={filters.from ?? ''}
          onChange={({ target }) => choose('from', target.value)}
        />
        <TextField
          type="date"
          label={t('separation.to')}
          value={filters.to ?? ''}
          onChange={({ target }) => choose('to', target.value)}
        />
        <Check
          label={t('separation.onlyViolations')}
          checked={filters.verdict === 'violation'}
          onChange={({ target }) => choose('verdict', target.checked ? 'violation' : '')}
        />
      </form>
      <Answered asked={asked}>
        {({ checked, violations, onBothSides, checks, nextCursor }) => (
          <>
            <Figures>
              <Figure name={t('separation.checked')} value={checked} />
              <Figure name={t('separation.violations')} value={violations} tone={violations === 0 ? 'good' : 'bad'} />
            </Figures>
            <BothSides found={onBothSides} />
            <ChecksTable checks={checks} />
            <p className="send-buttons">
              {nextCursor !== null && (
                <button
                  type="button"
                  className="btn btn-outline-primary btn-xs"
                  onClick={() => choose('cursor', nextCursor)}
                >
                  {t('separation.next')}
                </button>
              )}
              {cursor !== undefined && (
                <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => choose('cursor', '')}>
                  {t('separation.first')}
                </button>
              )}
            </p>
          </>
        )}
      </Answered>
    </Page>
  );
}

function filtersIn(search: URLSearchParams) {
  const subject = controlSubjects.find((each) => each === search.get('subject'));
  const [from, to, cursor] = [search.get('from'), search.get('to'), search.get('cursor')];
  return {
    ...(subject !== undefined && { subject }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(search.get('verdict') === 'violation' && { verdict: 'violation' as const }),
    ...(cursor !== null && { cursor }),
  };
}
