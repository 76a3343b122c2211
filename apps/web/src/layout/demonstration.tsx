import { useTranslation } from 'react-i18next';
import { SimulatedClock } from '../features/clock/simulated-clock.js';
import { useClock } from '../features/clock/use-now.js';
import { useSession } from '../features/session/session.js';
import { Icon } from '../ui/icon.js';

/** On every page of a demonstration, so that nobody takes it for the real thing. */
export function Demonstration() {
  const { me } = useSession();
  return me === null ? null : <Strip />;
}

function Strip() {
  const { t } = useTranslation();
  const { data: clock } = useClock();
  if (clock?.mode !== 'simulated') return null;
  return (
    <section className="demonstration" aria-label={t('session.demonstration')}>
      <div className="container-xxl">
        <p>
          <Icon name="it-info-circle" /> <strong>{t('session.demonstration')}</strong>
        </p>
        <SimulatedClock />
      </div>
    </section>
  );
}
