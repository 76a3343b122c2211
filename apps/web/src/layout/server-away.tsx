import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { connection, lookForServer } from '../client/connection.js';
import { useStore } from '../client/store.js';
import { Icon } from '../ui/icon.js';

/** On top of every page for as long as the server does not answer. */
export function ServerAway() {
  const { t } = useTranslation();
  const down = useStore(connection) === 'down';
  return (
    <div role="status" aria-live="polite">
      {down && (
        <div className="server-away">
          <div className="container-xxl">
            <Icon name="it-warning-circle" />
            <p>{t('form.serverAwayPage')}</p>
            <Button color="primary" outline size="xs" type="button" onClick={lookForServer}>
              {t('app.retryNow')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
