import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actAs, acting } from '../client/acting.js';
import { useStore } from '../client/store.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';

const NONE = '';

/** As which office one acts; only for those who have a choice today, also for who stands in and holds none of their own. */
export function ActingChoice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const nameOf = useOfficeNames();
  const { offices, user } = useMe();
  const chosen = useStore(acting);
  const holds = offices[0]?.onBehalfOf === null;
  if (offices.length < (holds ? 2 : 1)) return null;
  return (
    <select
      className="acting-choice"
      aria-label={t('app.actingAs')}
      value={holds ? user.office : (chosen ?? NONE)}
      onChange={({ target }) => {
        actAs(target.value === NONE ? null : target.value);
        void queries.invalidateQueries();
      }}
    >
      {!holds && <option value={NONE}>{t('app.noOffice')}</option>}
      {offices.map(({ office, onBehalfOf }) => (
        <option key={office} value={office}>
          {onBehalfOf === null ? nameOf(office) : t('app.inPlaceOf', { office: nameOf(office) })}
        </option>
      ))}
    </select>
  );
}
