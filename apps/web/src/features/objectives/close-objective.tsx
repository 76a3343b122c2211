import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';

/** The last act: offered when nothing is left to do. */
export function CloseObjective({ objectiveId }: { readonly objectiveId: string }) {
  const { t } = useTranslation();
  const act = useAct('closeObjective');
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.send({ params: { objectiveId } }).then((answer) => answer !== null && announce(t('share.closed')));
      }}
    >
      <p>{t('share.closeText')}</p>
      <SendBar label={t('share.close')} act={act} />
    </form>
  );
}
