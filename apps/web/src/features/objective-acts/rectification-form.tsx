import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { Share } from '../objectives/offers.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly value: string;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  readonly reason: string;
}

/** What a report should have said; the earlier value stays in the history. */
export function RectificationForm({ objective, share, report, knowingly, onDone }: RectificationFormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('rectifyProgress');
  const { objectiveId } = objective;
  const { shareId } = share;
  const { progressId, value, note, evidence } = report;
  const form = useKeptForm<Typed, typeof routes.rectifyProgress.body>(
    `rectification/${objectiveId}/${shareId}/${progressId}`,
    routes.rectifyProgress.body,
    { value: formats.typed(value), note, evidence, reason: '' },
    (typed) => ({ ...typed, value: typed.value === '' && value === null ? null : asDecimal(typed.value) }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (body.reason.trim() === '') {
      form.setError('reason', { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { objectiveId, shareId, progressId }, body: { ...body, knowingly } })) === null)
      return;
    form.sent();
    onDone(t('act.rectifyDone'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <TextField
        label={t('act.value')}
        inputMode="decimal"
        autoComplete="off"
        suffix="%"
        error={errors.value && t('form.percent')}
        {...form.register('value')}
      />
      <TextArea label={t('act.note')} optional rows={3} {...form.register('note')} />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <TextArea
        label={t('act.rectifyReason')}
        rows={2}
        error={errors.reason && t('act.reasonNeeded')}
        {...form.register('reason')}
      />
      <SendBar label={t('act.rectify')} act={act} />
    </form>
  );
}

interface RectificationFormProps extends ActProps {
  readonly report: Share['progressReports'][number];
}
