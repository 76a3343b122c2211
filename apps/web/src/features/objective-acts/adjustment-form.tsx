import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { toPremiumRun } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import type { ActProps } from './act-props.js';
import { PreviewedSend } from './previewed-send.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** What was paid before a reopening is evened out by a run of its own, which is proposed next: the page goes on there. */
export function AdjustmentForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const navigate = useNavigate();
  const paid = props.share.moves.adjusting;
  const sending = useShareForm('adjustPremium', props, {
    blank: { amount: '' },
    toSent: ({ amount }) => ({ amount: asDecimal(amount) }),
    said: () => t('lifecycle.adjusted'),
    previewFirst: true,
    onAnswer: (answer) => {
      announce(t('lifecycle.adjusted'));
      if ('runId' in answer) void navigate(toPremiumRun(answer.runId), { replace: true });
    },
  });
  const { form } = sending;
  return (
    <form className="panel" noValidate onSubmit={sending.onSubmit}>
      <DraftNote form={form} />
      {paid !== null && <p>{t('lifecycle.adjustLead', { run: paid.runId, amount: formats.money(paid.amount) })}</p>}
      <TextField
        label={t('lifecycle.amount')}
        hint={t('lifecycle.amountHint')}
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        error={wrongAt(form.formState.errors.amount, t('lifecycle.amountMissing'))}
        {...form.register('amount')}
      />
      <PreviewedSend sending={sending} label={t('lifecycle.adjust')} />
    </form>
  );
}
