import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedEvent } from '../../client/use-rehearsal.js';
import { useFormats } from '../../words/use-formats.js';
import { eventNotes, eventTitle } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';

/** What a command would write, in words, before it is sent; whoever listens is taken there. */
export function WouldHappen({ events }: { readonly events: readonly PlannedEvent[] | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (events !== null) heading.current?.focus();
  }, [events]);
  if (events === null) return null;
  const telling = { t, formats, nameOf };
  return (
    <section className="would-happen">
      <h2 ref={heading} tabIndex={-1}>
        {t('lifecycle.preview')}
      </h2>
      {events.length === 0 ? (
        <p>{t('lifecycle.nothingChanges')}</p>
      ) : (
        <>
          <p>{t('lifecycle.previewLead')}</p>
          <ul>
            {events.map((event, index) => (
              <li key={index}>
                <strong>{eventTitle(event, telling)}</strong>
                <ul>
                  {eventNotes(event, telling).map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                  <li>{t('event.occurredOn', { day: formats.longDay(event.occurredOn) })}</li>
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
