import { routes } from '#contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { DetailsFields, type TypedDetails } from './details-fields.js';

interface Typed extends TypedDetails {
  readonly date: string;
  readonly reason: string;
}

/** What a registered act should have said, and why; what it said stays in its history. */
export function CorrectionForm({ act: kept, onDone }: CorrectionFormProps) {
  const { t } = useTranslation();
  const { actId, act: reference, organ, title, effectiveFrom } = kept;
  const act = useAct('correctAct');
  const [files, setFiles] = useState<readonly Evidence[]>([]);
  const form = useKeptForm<Typed, typeof routes.correctAct.body>(
    `act-correction/${actId}`,
    routes.correctAct.body,
    {
      date: reference.date ?? '',
      organ: organ ?? '',
      title: title ?? '',
      effectiveFrom: effectiveFrom ?? '',
      reason: '',
    },
    (typed) => ({ ...typed, effectiveFrom: typed.effectiveFrom === '' ? null : typed.effectiveFrom }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const [file] = files;
    if ((await act.send({ params: { actId }, body: { ...body, ...(file && { file }) } })) === null) return;
    form.sent();
    setFiles([]);
    announce(t('acts.corrected'));
    onDone();
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('acts.correctLead')}</p>
      <DraftNote form={form} />
      <TextField
        label={t('act.actDate')}
        type="date"
        error={errors.date && t('form.date')}
        {...form.register('date')}
      />
      <DetailsFields form={form} />
      <EvidenceField label={t('acts.anotherFile')} multiple={false} value={files} onChange={setFiles} />
      <TextArea
        label={t('acts.correctReason')}
        rows={2}
        error={errors.reason && t('act.reasonNeeded')}
        {...form.register('reason')}
      />
      <SendBar label={t('acts.correct')} act={act} />
    </form>
  );
}

interface CorrectionFormProps {
  readonly act: Answer<'act'>;
  readonly onDone: () => void;
}
