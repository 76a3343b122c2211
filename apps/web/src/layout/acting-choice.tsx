import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actAs } from '../client/acting.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';

/** As which office one acts; only for those who have a choice today. */
export function ActingChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const nameOf = useOfficeNames();
  const { offices, user } = useMe();
  if (offices.length < 2) return null;
  return (
    <select
      className="acting-choice"
      aria-label={t('app.actingAs')}
      value={user.office}
      onChange={({ target }) => {
        actAs(target.value === offices[0]?.office ? null : target.value);
        void queries.invalidateQueries();
      }}
    >
      {offices.map(({ office, onBehalfOf }) => (
        <option key={office} value={office}>
          {onBehalfOf === null ? nameOf(office) : t('app.inPlaceOf', { office: nameOf(office) })}
        </option>
      ))}
    </select>
  );
}
