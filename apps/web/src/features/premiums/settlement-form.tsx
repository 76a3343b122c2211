import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { toPremiumRun } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import type { Run } from './run.js';

/** Computes a later run of what this one has set aside; or computes such a run anew that came back. */
export function SettlementForm({ run: { runId, settles } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const act = useAct('settlePremium');
  const settle = async () => {
    const request =
      settles === null ? { params: { runId }, body: {} } : { params: { runId: settles }, body: { runId } };
    const answer = await act.send(request);
    if (answer === null) return;
    announce(t('premium.computed'));
    void navigate(toPremiumRun(answer.runId));
  };
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void settle();
      }}
    >
      <h2>{t(settles === null ? 'premium.settle' : 'premium.recompute')}</h2>
      {settles === null && <p>{t('premium.settleLead')}</p>}
      <SendBar label={t(settles === null ? 'premium.settle' : 'premium.recompute')} act={act} />
    </form>
  );
}
