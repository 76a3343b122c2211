import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { ActFields, asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import type { Run } from './run.js';

/** Takes a run back before it is liquidated; what an act has authorised another one annuls. Open where its degrees changed. */
export function WithdrawalForm({ run: { runId, act: authorisedBy, changed } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const act = useAct('withdrawPremium');
  const form = useKeptForm<{ readonly reason: string; readonly act: TypedAct }, typeof routes.withdrawPremium.body>(
    `premium-withdrawal/${runId}`,
    routes.withdrawPremium.body,
    { reason: '', act: noAct },
    (typed) => ({
      reason: typed.reason,
      act: asAct(typed.act),
    }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (authorisedBy !== null && body.act === null)
      return form.setError('act.kind', { type: 'required' }, { shouldFocus: true });
    if ((await act.send({ params: { runId }, body })) === null) return;
    form.sent();
    announce(t('premium.withdrawn'));
  });
  const label = t(authorisedBy === null ? 'premium.withdraw' : 'premium.annul');
  return (
    <details className="panel" open={changed.length > 0}>
      <summary>{label}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{t(authorisedBy === null ? 'premium.withdrawLead' : 'premium.annulLead')}</p>
        <DraftNote form={form} />
        <TextArea
          label={t('premium.withdrawReason')}
          rows={3}
          error={errors.reason && t('form.required')}
          {...form.register('reason')}
        />
        {authorisedBy !== null && <ActFields form={form} missing={errors.act !== undefined} />}
        <SendBar label={label} act={act} tone="danger" />
      </form>
    </details>
  );
}
