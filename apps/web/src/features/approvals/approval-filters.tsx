import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import { Check, Select } from '../../ui/field.js';
import { SubjectField } from './subject-field.js';
import { flags, statuses, type Filters } from './filters.js';

const FLAG_WORDS = { mine: 'waitingForMe', overdue: 'overdue', stuck: 'stuckOnly' } as const;

/** Which approvals are listed. */
export function ApprovalFilters({ filters, choose }: ApprovalFiltersProps) {
  const { t } = useTranslation();
  return (
    <form className="panel filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SubjectField label={t('approval.filterSubject')} names={subjectNames} value={filters.subject} choose={choose} />
      <Select
        label={t('approval.filterStatus')}
        value={filters.status}
        onChange={({ target }) => choose('status', target.value === 'open' ? '' : target.value)}
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {t(`approval.status.${status}`)}
          </option>
        ))}
      </Select>
      <div className="filter-flags">
        {flags.map((flag) => (
          <Check
            key={flag}
            label={t(`approval.${FLAG_WORDS[flag]}`)}
            checked={filters[flag]}
            onChange={({ target }) => choose(flag, target.checked ? 'true' : '')}
          />
        ))}
      </div>
    </form>
  );
}

interface ApprovalFiltersProps {
  readonly filters: Filters;
  /** Empty: without it. */
  readonly choose: (name: string, value: string) => void;
}
