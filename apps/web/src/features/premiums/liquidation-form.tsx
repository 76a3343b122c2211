import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { actWords } from '../events/event-words.js';
import { ActFields, asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import type { Run } from './run.js';

/** Liquidates a run: by the act that authorised it, or, where the body approves none, by one that is named here. */
export function LiquidationForm({ run }: { readonly run: Pick<Run, 'runId' | 'act'> }) {
  const { t } = useTranslation();
  const act = useAct('liquidatePremium');
  const { runId } = run;
  const form = useKeptForm<{ readonly act: TypedAct }, typeof routes.liquidatePremium.body>(
    `liquidation/${runId}`,
    routes.liquidatePremium.body,
    { act: noAct },
    (typed) => ({ act: asAct(typed.act) }),
  );
  const submit = form.handleSubmit(async (body) => {
    if (run.act === null && body.act === null)
      return form.setError('act.kind', { type: 'required' }, { shouldFocus: true });
    if ((await act.send({ params: { runId }, body })) === null) return;
    form.sent();
    announce(t('premium.liquidated'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('premium.liquidate')}</h2>
      <p>{t('premium.liquidateLead')}</p>
      {run.act === null ? (
        <>
          <DraftNote form={form} />
          <ActFields form={form} missing={form.formState.errors.act !== undefined} />
        </>
      ) : (
        <p>{t('premium.authorisedBy', { act: actWords(run.act) })}</p>
      )}
      <SendBar label={t('premium.liquidate')} act={act} />
    </form>
  );
}
