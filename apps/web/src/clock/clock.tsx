import { useState } from 'react';
import { ask, Problem, type Answer } from '../api.js';
import { Notice } from '../notice.js';
import { useAnswer } from '../use-answer.js';
import { instant } from '../words.js';

const DAY_MS = 86_400_000;

/** In a demonstration: the simulated day, and for the administrator the way forward. */
export function Clock({ token, mayAdvance, onMoved }: ClockProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const { answer, again } = useAnswer('clock', () => ask('clock', 'GET', '/api/v1/clock', { token }));
  if (answer?.mode !== 'simulated') return null;

  const advance = (to: string) => {
    setBusy(true);
    ask('advanceClock', 'POST', '/api/v1/clock', { token, body: { now: to } })
      .then(() => ask('clock', 'GET', '/api/v1/clock?settled=true', { token }))
      .then(() => {
        setRefusal(null);
        again();
        onMoved();
      })
      .catch((failure: unknown) => {
        setRefusal(failure instanceof Problem ? failure : new Problem(0, 'page/fault', String(failure)));
      })
      .finally(() => setBusy(false));
  };

  return (
    <aside className="clock" aria-label="Orologio simulato">
      <p>
        Dimostrazione: il tempo è simulato. Oggi è <strong>{instant(answer.now)}</strong>.
      </p>
      <Notice problem={refusal} />
      {mayAdvance && <Buttons clock={answer} busy={busy} advance={advance} />}
    </aside>
  );
}

interface ClockProps {
  readonly token: string;
  readonly mayAdvance: boolean;
  readonly onMoved: () => void;
}

interface ButtonsProps {
  readonly clock: Answer<'clock'>;
  readonly busy: boolean;
  readonly advance: (to: string) => void;
}

function Buttons({ clock, busy, advance }: ButtonsProps) {
  const tomorrow = new Date(Date.parse(clock.now) + DAY_MS).toISOString();
  const next = clock.nextAlarmAt;
  return (
    <div className="buttons">
      <button type="button" disabled={busy} onClick={() => advance(tomorrow)}>
        Avanza di un giorno
      </button>
      {next !== null && (
        <button type="button" disabled={busy} onClick={() => advance(next)}>
          Avanza al prossimo avviso
        </button>
      )}
    </div>
  );
}
