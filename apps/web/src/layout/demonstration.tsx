import { useTranslation } from 'react-i18next';
import { SimulatedClock } from '../features/clock/simulated-clock.js';
import { useSession } from '../features/session/session.js';
import { useWelcome } from '../features/welcome/use-welcome.js';
import { Icon } from '../ui/icon.js';

/** On every page of a demonstration, so that nobody takes it for the real thing. */
export function Demonstration() {
  const { t } = useTranslation();
  const { me } = useSession();
  const welcome = useWelcome();
  if (welcome === undefined || (welcome.demonstration === null && welcome.clock === 'system')) return null;
  return (
    <section className="demonstration" aria-label={t('session.demonstration')}>
      <div className="container-xxl">
        <p>
          <Icon name="it-info-circle" /> <strong>{t('session.demonstration')}</strong>
        </p>
        {me === null ? <p>{t('session.demonstrationText')}</p> : <SimulatedClock />}
      </div>
    </section>
  );
}
