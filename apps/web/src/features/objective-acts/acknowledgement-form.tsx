import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { SendBar } from '../../ui/send-bar.js';
import { Indicators } from '../objectives/indicators.js';
import type { ActProps } from './act-props.js';

/** The office has seen what it was assigned. */
export function AcknowledgementForm({ objective, share, onDone }: ActProps) {
  const { t } = useTranslation();
  const act = useAct('acknowledge');
  const { objectiveId } = objective;
  const { shareId } = share;
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act
          .send({ params: { objectiveId, shareId } })
          .then((answer) => answer !== null && onDone(t('act.acknowledgeDone')));
      }}
    >
      <Indicators objective={objective} share={share} />
      <p>{t('act.acknowledgeText')}</p>
      <SendBar label={t('act.acknowledge')} act={act} />
    </form>
  );
}
