import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actAs } from '../../client/acting.js';
import type { Answer } from '../../client/ask.js';
import { Icon } from '../../ui/icon.js';
import { useOfficeNames } from '../offices/offices.js';

/** What waits for another office of whoever is signed in, with the way there. */
export function WaitingElsewhere({ elsewhere }: { readonly elsewhere: Answer<'inbox'>['elsewhere'] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const nameOf = useOfficeNames();
  return elsewhere.map(({ office, waiting }) => (
    <p key={office} className="notice notice-waiting">
      <Icon name="it-warning-circle" />
      <span>{t('inbox.elsewhere', { count: waiting, office: nameOf(office) })}</span>
      <button
        type="button"
        className="btn btn-link btn-sm"
        onClick={() => {
          actAs(office);
          void queries.invalidateQueries();
        }}
      >
        {t('inbox.actAs', { office: nameOf(office) })}
      </button>
    </p>
  ));
}
