import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ActProps } from './act-props.js';

/** Another degree than the one that was claimed, or a no: both with a reason in writing. */
export function VerdictForm({ objective, share, approvalId, step, outcome, onCancel, onDone }: VerdictFormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('takeStep');
  const corrects = outcome === 'correct-degree';
  const form = useKeptForm<{ readonly degree: string; readonly reason: string }, typeof routes.takeStep.body>(
    `${outcome}/${approvalId}/${step}`,
    routes.takeStep.body,
    { degree: '', reason: '' },
    ({ degree, reason }) => ({ step, outcome, reason, degree: corrects ? asDecimal(degree) : null }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (body.reason?.trim() === '') {
      form.setError('reason', { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { approvalId }, body })) === null) return;
    form.sent();
    onDone(t(corrects ? 'lifecycle.corrected' : 'lifecycle.rejected', { title: objective.title }));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t(corrects ? 'lifecycle.correct' : 'lifecycle.rejectIt')}</h2>
      <DraftNote form={form} />
      <p>
        {corrects
          ? t('lifecycle.correctLead', { degree: formats.percent(share.selfDegree) })
          : t('lifecycle.rejectLead')}
      </p>
      {corrects && (
        <TextField
          autoFocus
          label={t('act.degree')}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          error={errors.degree && t('form.percent')}
          {...form.register('degree')}
        />
      )}
      <TextArea
        autoFocus={!corrects}
        label={t('lifecycle.reason')}
        hint={t('lifecycle.whoReads')}
        rows={3}
        error={errors.reason && t('act.reasonNeeded')}
        {...form.register('reason')}
      />
      <SendBar label={t(corrects ? 'lifecycle.correct' : 'lifecycle.rejectIt')} act={act}>
        <button type="button" className="btn btn-outline-primary" onClick={onCancel}>
          {t('app.cancel')}
        </button>
      </SendBar>
    </form>
  );
}

interface VerdictFormProps extends ActProps {
  readonly approvalId: string;
  readonly step: string;
  readonly outcome: 'correct-degree' | 'reject';
  readonly onCancel: () => void;
}
