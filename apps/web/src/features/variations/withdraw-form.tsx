import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';

/** Takes a request back, as long as it is not decided. */
export function WithdrawForm({ variationId }: { readonly variationId: string }) {
  const { t } = useTranslation();
  const act = useAct('withdrawVariation');
  const form = useKeptForm<{ readonly reason: string }, typeof routes.withdrawVariation.body>(
    `variation-withdrawal/${variationId}`,
    routes.withdrawVariation.body,
    { reason: '' },
    (typed) => typed,
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { variationId }, body })) === null) return;
    form.sent();
    announce(t('variation.withdrawn'));
  });
  return (
    <details className="panel">
      <summary>{t('variation.withdraw')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('variation.withdrawLead', { variation: variationId })}</p>
        <DraftNote form={form} />
        <TextArea
          label={t('variation.withdrawReason')}
          rows={3}
          error={form.formState.errors.reason && t('form.required')}
          {...form.register('reason')}
        />
        <SendBar label={t('variation.withdraw')} act={act} tone="danger" />
      </form>
    </details>
  );
}
