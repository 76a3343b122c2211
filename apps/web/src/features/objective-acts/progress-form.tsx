import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Check, Select, TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly value: string;
  readonly nil: boolean;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  /** Deadline and instance, or empty. */
  readonly occasion: string;
  /** A deadline that is counted from it, and the occasion it replaces; or empty. */
  readonly begins: string;
  readonly occurredOn: string;
}

/** How far a share is: one figure is enough. */
export function ProgressForm({ objective, share, occasion, knowingly, onDone }: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('reportProgress');
  const { objectiveId, title } = objective;
  const { shareId } = share;
  const asked = occasion === null ? '' : JSON.stringify(occasion);
  const form = useKeptForm<Typed, typeof routes.reportProgress.body>(
    `progress/${objectiveId}/${shareId}/${asked}`,
    routes.reportProgress.body,
    { value: '', nil: false, note: '', evidence: [], occasion: asked, begins: '', occurredOn: '' },
    (typed) => ({
      value: typed.nil ? null : asDecimal(typed.value),
      note: typed.note,
      evidence: typed.evidence,
      fulfils: typed.occasion === '' ? null : JSON.parse(typed.occasion),
      begins: typed.begins === '' ? null : JSON.parse(typed.begins),
      ...(typed.occurredOn !== '' && { occurredOn: typed.occurredOn }),
    }),
  );
  const [chosen, nil] = form.watch(['occasion', 'nil']);
  const mayBeNil = nilAllowed(objective, chosen);
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { objectiveId, shareId }, body: { ...body, knowingly } })) === null) return;
    form.sent();
    onDone(t('act.progressDone', { title }));
  });
  const counted = objective.deadlines.filter(({ kind, shareIds }) => kind === 'relative' && shareIds.includes(shareId));
  const open = share.due.filter(({ status }) => status === 'open');
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      {mayBeNil && <Check label={t('act.nil')} {...form.register('nil')} />}
      {!(mayBeNil && nil) && (
        <TextField
          label={t('act.value')}
          inputMode="decimal"
          autoComplete="off"
          suffix="%"
          hint={
            share.progress === null
              ? t('act.valueHintFirst')
              : t('act.valueHint', { value: formats.percent(share.progress) })
          }
          error={errors.value && t('form.percent')}
          {...form.register('value')}
        />
      )}
      <TextArea label={t('act.note')} hint={t('act.noteHint')} optional rows={3} {...form.register('note')} />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <details className="more" open={chosen !== ''}>
        <summary>{t('act.more')}</summary>
        {open.length > 0 && (
          <Select label={t('act.occasion')} {...form.register('occasion')}>
            <option value="">{t('act.noOccasion')}</option>
            {open.map(({ deadlineId, instance, dueOn, text }) => (
              <option key={`${deadlineId} ${instance}`} value={JSON.stringify({ deadlineId, instance })}>
                {t('act.occasionOf', { day: formats.day(dueOn), text: text === '' ? t('share.endOfPlan') : text })}
              </option>
            ))}
          </Select>
        )}
        {counted.length > 0 && (
          <Select label={t('act.begins')} hint={t('act.beginsHint')} {...form.register('begins')}>
            <option value="">{t('act.beginsNone')}</option>
            {counted.map(({ id, text }) => (
              <option key={id} value={JSON.stringify({ deadlineId: id })}>
                {text.slice(0, 120)}
              </option>
            ))}
            {open
              .filter(({ deadlineId }) => counted.some(({ id }) => id === deadlineId))
              .map(({ deadlineId, instance, dueOn, text }) => (
                <option key={`${deadlineId} ${instance}`} value={JSON.stringify({ deadlineId, insteadOf: instance })}>
                  {t('act.beginsInstead', { day: formats.day(dueOn), text: text.slice(0, 120) })}
                </option>
              ))}
          </Select>
        )}
        <TextField
          label={t('act.occurredOn')}
          hint={t('act.occurredOnHint')}
          type="date"
          error={errors.occurredOn && t('form.date')}
          {...form.register('occurredOn')}
        />
      </details>
      <SendBar label={t('act.sendProgress')} act={act} />
    </form>
  );
}

/** Weekly and monthly deadlines may be answered with "nothing to report". */
function nilAllowed({ deadlines }: ActProps['objective'], chosen: string): boolean {
  if (chosen === '') return false;
  const { deadlineId } = JSON.parse(chosen) as { readonly deadlineId: string };
  const deadline = deadlines.find(({ id }) => id === deadlineId);
  return deadline?.kind === 'recurring' && deadline.nilReturn;
}
