import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import { LateTag } from './late-tag.js';
import { eventNotes, eventTitle, type Entry } from './event-words.js';

const FEW = 10;

/** Every event in words: when, what, by whom; the rest when asked for. */
export function Timeline({ entries, stepName, shareName, deadlineText }: TimelineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const telling = { t, formats, nameOf, stepName };
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, FEW);
  return (
    <>
      <ol className="timeline">
        {shown.map((entry) => {
          const notes = eventNotes(entry, telling);
          const share = shareName?.(entry.shareId, entry.actor.office);
          const { deadlineId } = entry.data;
          const due = typeof deadlineId === 'string' ? deadlineText?.(deadlineId) : undefined;
          return (
            <li key={entry.id} className={`moment ${entry.type.split('.')[1] ?? ''}`}>
              <p className="moment-when">{formats.instant(entry.recordedAt)}</p>
              <p className="moment-what">
                {eventTitle(entry, telling)} <LateTag fact={entry} />
              </p>
              {due && <p className="moment-due">{due}</p>}
              <p className="quiet moment-who">
                {isSystem(entry) ? t('event.bySystem') : t('event.by', { office: nameOf(entry.actor.office) })}
                {share !== undefined && share !== null && <> · {share}</>}
              </p>
              <details>
                <summary>{t('event.details')}</summary>
                <ul>
                  {notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                  <li>{t('event.occurredOn', { day: formats.longDay(entry.occurredOn) })}</li>
                  {entry.hash !== null && (
                    <li>
                      {t('event.hash')}: <span className="mono hash">{entry.hash}</span>
                    </li>
                  )}
                </ul>
              </details>
            </li>
          );
        })}
      </ol>
      {entries.length > FEW && (
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => setAll((before) => !before)}>
          {all ? t('inbox.showFewer') : t('inbox.showAll', { count: entries.length })}
        </button>
      )}
    </>
  );
}

/** Reactions and alarms act in nobody's name. */
export function isSystem({ actor }: Entry): boolean {
  return actor.office === 'system' || actor.office === 'sistema';
}

interface TimelineProps {
  readonly entries: readonly Entry[];
  readonly stepName?: (step: string) => string;
  /** Of several shares: which one, where the office that acted does not say it already. */
  readonly shareName?: (shareId: string | null, office: string) => string | null;
  /** What was due, in the words of the plan: of what befell a deadline. */
  readonly deadlineText?: (deadlineId: string) => string | undefined;
}
