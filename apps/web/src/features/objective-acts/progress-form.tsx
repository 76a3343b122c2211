import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { useRehearsal } from '../../client/use-rehearsal.js';
import { Check, Select, TextArea, TextField } from '../../ui/field.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { begunBy, termReplaced } from '../events/event-words.js';
import { dueText } from '../objectives/due-words.js';
import type { ActProps } from './act-props.js';
import { beginning, BeginsField, countedIn } from './begins-field.js';
import { PreviewedSend } from './previewed-send.js';
import { useRefusedAt, wrongAt } from './refused-at.js';

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

/** How far a share is: one figure is enough. Where a term begins with it, the day on which that falls due is seen before. */
export function ProgressForm({ objective, share, occasion, knowingly, onDone }: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('reportProgress');
  const rehearsal = useRehearsal('reportProgress');
  const { objectiveId, title } = objective;
  const { shareId } = share;
  const params = { objectiveId, shareId };
  const asked = occasion === null ? '' : JSON.stringify(occasion);
  const fact = useSearchParams()[0].get('begins') ?? '';
  const isCounted = countedIn({ objective, share }).some(({ id }) => id === fact);
  const blank: Typed = {
    value: '',
    nil: false,
    note: '',
    evidence: [],
    occasion: asked,
    begins: isCounted ? beginning(fact) : '',
    occurredOn: '',
  };
  const form = useKeptForm<Typed, typeof routes.reportProgress.body>(
    `progress/${params.objectiveId}/${params.shareId}/${asked}${blank.begins}`,
    routes.reportProgress.body,
    blank,
    (typed) => ({
      value: typed.nil ? null : asDecimal(typed.value),
      note: typed.note,
      evidence: typed.evidence,
      fulfils: typed.occasion === '' ? null : JSON.parse(typed.occasion),
      begins: typed.begins === '' ? null : JSON.parse(typed.begins),
      ...(typed.occurredOn !== '' && { occurredOn: typed.occurredOn }),
    }),
  );
  const [chosen, nil, begins] = form.watch(['occasion', 'nil', 'begins']);
  const mayBeNil = nilAllowed(objective, chosen);
  const { errors } = form.formState;
  const refusal = act.error ?? rehearsal.error;
  const placed = useRefusedAt(form, blank, refusal);
  // another thing than what was looked at
  useEffect(() => form.subscribe({ formState: { values: true }, callback: rehearsal.forget }), [form.subscribe]);
  const looksFirst = begins !== '' && rehearsal.events === null;
  const submit = form.handleSubmit(async (sent) => {
    const body = { ...sent, knowingly };
    if (begins !== '' && sent.evidence.length === 0 && sent.note.trim() === '') {
      form.setError('note', { type: 'required' }, { shouldFocus: true });
    } else if (looksFirst) {
      await rehearsal.ask({ params, body });
    } else if ((await act.send({ params, body })) !== null) {
      const [begun] = (rehearsal.events ?? []).flatMap(begunBy);
      form.sent();
      onDone(
        begun === undefined
          ? t('act.progressDone', { title })
          : [
              t('act.progressBegun', { title, day: formats.longDay(begun.dueOn) }),
              ...termReplaced(begun, { t, formats }),
            ].join('. '),
      );
    }
  });
  const sending = {
    events: rehearsal.events,
    looksFirst,
    change: rehearsal.forget,
    act: { pending: act.pending || rehearsal.pending, error: placed ? null : refusal, stop: act.stop },
  };
  const open = share.due.filter(({ status }) => status === 'open');
  return (
    <form
      className="panel"
      noValidate
      onSubmit={(event) => {
        act.reset();
        void submit(event);
      }}
    >
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
          error={wrongAt(errors.value, t('form.percent'))}
          {...form.register('value')}
        />
      )}
      <TextArea
        label={t('act.note')}
        hint={t(begins === '' ? 'act.noteHint' : 'act.noteOfFact')}
        optional={begins === ''}
        rows={3}
        error={wrongAt(errors.note, t('act.noteMissing'))}
        {...form.register('note')}
      />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <details className="more" open={chosen !== '' || begins !== '' || errors.occurredOn !== undefined}>
        <summary>{t('act.more')}</summary>
        {open.length > 0 && (
          <Select label={t('act.occasion')} {...form.register('occasion')}>
            <option value="">{t('act.noOccasion')}</option>
            {open.map(({ deadlineId, instance, dueOn, ...due }) => (
              <option key={`${deadlineId} ${instance}`} value={JSON.stringify({ deadlineId, instance })}>
                {t('act.occasionOf', { day: formats.day(dueOn), text: dueText(due, t) })}
              </option>
            ))}
          </Select>
        )}
        <BeginsField
          objective={objective}
          share={share}
          error={wrongAt(errors.begins, t('form.required'))}
          {...form.register('begins')}
        />
        <TextField
          label={t('act.occurredOn')}
          hint={t('act.occurredOnHint')}
          type="date"
          error={wrongAt(errors.occurredOn, t('form.date'))}
          {...form.register('occurredOn')}
        />
      </details>
      <PreviewedSend sending={sending} label={t('act.sendProgress')} />
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
