import { Button } from 'design-react-kit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { connection, lookForServer } from '../client/connection.js';
import { useStore } from '../client/store.js';
import { Icon } from './icon.js';
import { useLasting } from './late.js';
import { Refusal } from './refusal.js';

const NOTICED_MS = 150;
const SLOW_MS = 4000;

/** The end of every form: send once, wait for a server that does not answer, say why it was refused. */
export function SendBar({ label, act, children, tone = 'primary' }: SendBarProps) {
  const { t } = useTranslation();
  const down = useStore(connection) === 'down';
  const sending = useLasting(act.pending, NOTICED_MS);
  const slow = useLasting(act.pending, SLOW_MS);
  return (
    <div className="send-bar">
      <Refusal error={act.error} />
      <div role="status">
        {act.pending && down && (
          <div className="notice notice-waiting">
            <Icon name="it-warning-circle" />
            <p>{t('form.serverAway')}</p>
            <Button color="primary" outline size="xs" type="button" onClick={lookForServer}>
              {t('app.retryNow')}
            </Button>
            <Button color="link" size="xs" type="button" onClick={act.stop}>
              {t('form.stopWaiting')}
            </Button>
          </div>
        )}
        {slow && !down && <p className="quiet">{t('form.slow')}</p>}
      </div>
      <div className="send-buttons">
        <Button color={tone} type="submit" aria-disabled={act.pending} className={act.pending ? 'is-pending' : ''}>
          {sending && <span className="spinner" aria-hidden="true" />}
          {sending ? t('form.sending') : label}
        </Button>
        {children}
      </div>
    </div>
  );
}

interface SendBarProps {
  readonly label: string;
  readonly act: { readonly pending: boolean; readonly error: Error | null; readonly stop: () => void };
  /** Other ways out. */
  readonly children?: ReactNode;
  readonly tone?: 'primary' | 'danger';
}
