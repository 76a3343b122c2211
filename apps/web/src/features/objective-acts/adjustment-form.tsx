import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { PreviewedSend } from './previewed-send.js';
import { useShareForm, wrongAt } from './use-share-form.js';

/** What was paid before a reopening is evened out by a run of its own. */
export function AdjustmentForm(props: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const kinds = useActKinds(props.objective, 'liquidate');
  const paid = props.share.moves.adjusting;
  const sending = useShareForm('adjustPremium', props, {
    blank: { runId: '', amount: '', act: noAct },
    toSent: ({ runId, amount, act }) => ({ runId, amount: asDecimal(amount), act: asAct(act) }),
    said: () => t('lifecycle.adjusted'),
    previewFirst: true,
  });
  const { form } = sending;
  const { errors } = form.formState;
  return (
    <form className="panel" noValidate onSubmit={sending.onSubmit}>
      <DraftNote form={form} />
      {paid !== null && <p>{t('lifecycle.adjustLead', { run: paid.runId, amount: formats.money(paid.amount) })}</p>}
      <TextField
        label={t('lifecycle.run')}
        hint={t('lifecycle.runHint')}
        autoComplete="off"
        error={wrongAt(errors.runId, t('lifecycle.runMissing'))}
        {...form.register('runId')}
      />
      <TextField
        label={t('lifecycle.amount')}
        hint={t('lifecycle.amountHint')}
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        error={wrongAt(errors.amount, t('lifecycle.amountMissing'))}
        {...form.register('amount')}
      />
      <ActField form={form} kinds={kinds} />
      <PreviewedSend sending={sending} label={t('lifecycle.adjust')} />
    </form>
  );
}
