import { routes } from '#contract';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import type { ActProps } from './act-props.js';

interface Typed {
  readonly fulfils: string;
  readonly justification: { readonly reason: string; readonly note: string };
  readonly evidence: readonly Evidence[];
}

const reasons = ['third-party', 'upstream-area', 'resources', 'force-majeure', 'other'] as const;

/** What was missed is done now, and why it was late. */
export function LateForm({ objective, share, occasion, onDone }: ActProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const act = useAct('fulfilLate');
  const { objectiveId } = objective;
  const { shareId } = share;
  const missed = share.due.filter(({ status }) => status === 'missed');
  const first = occasion ?? missed[0] ?? null;
  const form = useKeptForm<Typed, typeof routes.fulfilLate.body>(
    `late/${objectiveId}/${shareId}`,
    routes.fulfilLate.body,
    { fulfils: first === null ? '' : named(first), justification: { reason: '', note: '' }, evidence: [] },
    (typed) => ({ ...typed, fulfils: typed.fulfils === '' ? null : JSON.parse(typed.fulfils) }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { objectiveId, shareId }, body })) === null) return;
    form.sent();
    onDone(t('act.lateDone'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <Select label={t('act.missedOccasion')} {...form.register('fulfils')}>
        {missed.map((due) => (
          <option key={named(due)} value={named(due)}>
            {t('act.occasionOf', {
              day: formats.day(due.dueOn),
              text: due.text === '' ? t('share.endOfPlan') : due.text,
            })}
          </option>
        ))}
      </Select>
      <Select
        label={t('act.reason')}
        error={errors.justification?.reason && t('act.reasonMissing')}
        {...form.register('justification.reason')}
      >
        <option value="" />
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`event.lateReason.${reason}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('act.justification')}
        hint={t('act.justificationHint')}
        error={errors.justification?.note && t('form.required')}
        {...form.register('justification.note')}
      />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <SendBar label={t('act.sendLate')} act={act} />
    </form>
  );
}

function named({ deadlineId, instance }: { readonly deadlineId: string; readonly instance: string }): string {
  return JSON.stringify({ deadlineId, instance });
}
