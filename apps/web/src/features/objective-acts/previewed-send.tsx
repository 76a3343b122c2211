import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedEvent } from '../../client/use-rehearsal.js';
import { SendBar } from '../../ui/send-bar.js';
import { WouldHappen } from './would-happen.js';

/** The end of a form whose command is hard to undo: first what would happen, then the same button confirms. */
export function PreviewedSend({ sending, label, tone, children }: PreviewedSendProps) {
  const { t } = useTranslation();
  const { events, looksFirst, act, change } = sending;
  return (
    <>
      <WouldHappen events={events} />
      {events !== null && children}
      <SendBar label={looksFirst ? t('lifecycle.preview') : label} act={act} {...(!looksFirst && tone && { tone })}>
        {!looksFirst && (
          <button type="button" className="btn btn-outline-primary" onClick={change}>
            {t('lifecycle.change')}
          </button>
        )}
      </SendBar>
    </>
  );
}

interface PreviewedSendProps {
  readonly sending: {
    readonly events: readonly PlannedEvent[] | null;
    readonly looksFirst: boolean;
    readonly act: Parameters<typeof SendBar>[0]['act'];
    readonly change: () => void;
  };
  /** Of the button that confirms. */
  readonly label: string;
  readonly tone?: 'danger';
  /** What else is looked at before. */
  readonly children?: ReactNode;
}
