import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, type Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Refusal } from '../../ui/refusal.js';
import { useFormats } from '../../words/use-formats.js';
import { useMay } from '../session/session.js';
import { nextDay } from './next-day.js';
import { useClock } from './use-now.js';

/** In a demonstration: the simulated day, and for who may, the way forward. */
export function SimulatedClock() {
  const { t } = useTranslation();
  const formats = useFormats();
  const may = useMay();
  const { data: clock } = useClock();
  if (clock?.mode !== 'simulated') return null;
  return (
    <>
      <p>{t('clock.simulated', { when: formats.instant(clock.now) })}</p>
      {may('clock.advance') && <Forward clock={clock} />}
    </>
  );
}

function Forward({ clock }: { readonly clock: Answer<'clock'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const act = useAct('advanceClock');
  const [settling, setSettling] = useState(false);
  const busy = act.pending || settling;
  const advance = async (now: string) => {
    if (busy || (await act.send({ body: { now } })) === null) return;
    setSettling(true);
    // alarms ring and answers follow: shown when all of it is done
    await ask('clock', { query: { settled: 'true' } }).catch(() => undefined);
    await queries.invalidateQueries();
    setSettling(false);
    announce(t('clock.advanced', { when: formats.instant(now) }));
  };
  return (
    <>
      <Button
        color="primary"
        size="xs"
        type="button"
        aria-disabled={busy}
        onClick={() => void advance(nextDay(clock.now))}
      >
        {t('clock.advanceDay')}
      </Button>
      {clock.nextAlarmAt !== null && (
        <Button
          color="primary"
          outline
          size="xs"
          type="button"
          aria-disabled={busy}
          onClick={() => void advance(clock.nextAlarmAt!)}
        >
          {t('clock.advanceAlarm')}
        </Button>
      )}
      <Refusal error={act.error} />
    </>
  );
}
