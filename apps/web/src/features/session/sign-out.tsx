import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/ask.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { useDrafts } from './session.js';

/** Leaves; asks first where unsent drafts would be deleted with it. */
export function SignOut() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const drafts = useDrafts();
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    drafts.discardAll();
    await ask('signOut', {}, { once: true }).catch(() => undefined); // a session that nobody holds any more ends by itself
    location.hash = '#/';
    queries.removeQueries();
    location.reload(); // nothing of what was shown stays in memory
  };
  return (
    <>
      <button
        type="button"
        className="header-button"
        onClick={() => (drafts.forms().length === 0 ? void leave() : setAsking(true))}
      >
        <Icon name="it-logout" />
        <span>{t('session.signOut')}</span>
      </button>
      {asking && (
        <Dialog title={t('session.signOutTitle')} onClose={() => setAsking(false)}>
          <p>{t('session.draftsWillGo', { count: drafts.forms().length })}</p>
          <div className="send-buttons">
            <Button color="danger" type="button" onClick={() => void leave()}>
              {t('session.signOut')}
            </Button>
            <Button color="primary" outline type="button" onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
