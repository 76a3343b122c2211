import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Check, TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { indicatorsOf } from '../objectives/indicators.js';
import { StillDue } from '../objectives/still-due.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly measurements: readonly { readonly indicatorId: string; readonly text: string; readonly not: boolean }[];
  readonly selfDegree: string;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}

/** The report of a share: every indicator measured, or why not; the degree that the office claims; the proof. */
export function RendicontazioneForm({ objective, share, knowingly, onDone }: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('submitRendicontazione');
  const { objectiveId, title } = objective;
  const { shareId, rendicontazione: before } = share;
  const indicators = indicatorsOf(objective, share);
  const form = useKeptForm<Typed, typeof routes.submitRendicontazione.body>(
    `rendicontazione/${objectiveId}/${shareId}`,
    routes.submitRendicontazione.body,
    {
      // what was sent back begins with what was sent
      measurements: indicators.map(({ id }) => {
        const measured = before?.measurements.find(({ indicatorId }) => indicatorId === id);
        const not = measured !== undefined && measured.value === null;
        return { indicatorId: id, text: (not ? measured.notMeasuredBecause : measured?.value) ?? '', not };
      }),
      selfDegree: formats.typed(before?.selfDegree ?? null),
      note: before?.note ?? '',
      evidence: before?.evidence ?? [],
    },
    (typed) => ({
      measurements: typed.measurements.map(({ indicatorId, text, not }) => ({
        indicatorId,
        value: not ? null : text,
        notMeasuredBecause: not ? text : null,
      })),
      selfDegree: asDecimal(typed.selfDegree),
      note: typed.note,
      evidence: typed.evidence,
    }),
  );
  const { errors } = form.formState;
  const typed = form.watch('measurements');
  const markBlank = (): boolean => {
    const blank = form.getValues('measurements').flatMap(({ text }, index) => (text.trim() === '' ? [index] : []));
    for (const index of blank.toReversed())
      form.setError(`measurements.${index}.text`, { type: 'required' }, { shouldFocus: true });
    return blank.length > 0;
  };
  const submit = form.handleSubmit(async (body) => {
    if (markBlank()) return;
    if ((await act.send({ params: { objectiveId, shareId }, body: { ...body, knowingly } })) === null) return;
    form.sent();
    onDone(t('act.submitDone', { title }));
  }, markBlank);
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      {before?.status === 'returned' && (
        <div className="notice notice-waiting">
          <div>
            <p>
              <strong>{t('act.points')}</strong>
              {before.returnBy !== null && ` ${t('approval.returnBy', { day: formats.longDay(before.returnBy) })}`}
            </p>
            <ul>
              {before.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <StillDue due={share.due.filter(({ status }) => status === 'open')} when="before" />
      <h2>{t('act.measurements')}</h2>
      {indicators.map(({ id, text }, index) => (
        <fieldset key={id} className="measurement">
          <legend>
            {index + 1}. {text}
          </legend>
          <TextArea
            label={t(typed[index]?.not === true ? 'act.notMeasuredBecause' : 'act.measured')}
            rows={2}
            error={errors.measurements?.[index]?.text && t('act.measuredMissing')}
            {...form.register(`measurements.${index}.text`)}
          />
          <Check label={t('act.notMeasured')} {...form.register(`measurements.${index}.not`)} />
        </fieldset>
      ))}
      <TextField
        label={t('act.selfDegree')}
        hint={t('act.selfDegreeHint')}
        inputMode="decimal"
        autoComplete="off"
        suffix="%"
        error={errors.selfDegree && t('form.percent')}
        {...form.register('selfDegree')}
      />
      <TextArea label={t('act.reportNote')} hint={t('act.reportNoteHint')} optional {...form.register('note')} />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <SendBar label={t('act.submit')} act={act} />
    </form>
  );
}
