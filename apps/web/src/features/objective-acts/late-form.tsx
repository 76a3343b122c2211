import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toShareAct } from '../../places.js';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { EvidenceField } from '../documents/evidence-field.js';
import type { Evidence } from '../documents/evidence-list.js';
import { DraftNote } from '../drafts/draft-note.js';
import { mayBeJustified } from '../objectives/offers.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { firstOf, instanceIn, MissedField, named } from './missed-field.js';
import { useShareForm, wrongAt } from './use-share-form.js';

export const reasons = ['third-party', 'upstream-area', 'resources', 'force-majeure', 'other'] as const;

/** What was missed is done now, and why it was late. */
export function LateForm(props: ActProps) {
  const { t } = useTranslation();
  const { objective, share, occasion } = props;
  const missed = share.due.filter(({ status }) => status === 'missed');
  const { form, act, onSubmit } = useShareForm('fulfilLate', props, {
    blank: {
      fulfils: firstOf(missed, occasion),
      justification: { reason: '', note: '' },
      evidence: [] as readonly Evidence[],
      occurredOn: '',
    },
    toSent: ({ occurredOn, fulfils, ...typed }) => ({
      ...typed,
      fulfils: instanceIn(fulfils),
      ...(occurredOn !== '' && { occurredOn }),
    }),
    said: () => t('act.lateDone'),
  });
  const { errors } = form.formState;
  const chosen = missed.find((due) => named(due) === form.watch('fulfils'));
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      <MissedField among={missed} error={wrongAt(errors.fulfils, t('form.required'))} {...form.register('fulfils')} />
      <Select
        label={t('act.reason')}
        error={wrongAt(errors.justification?.reason, t('act.reasonMissing'))}
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
        error={wrongAt(errors.justification?.note, t('form.required'))}
        {...form.register('justification.note')}
      />
      <Controller
        control={form.control}
        name="evidence"
        render={({ field }) => (
          <EvidenceField label={t('act.evidence')} value={field.value} onChange={field.onChange} />
        )}
      />
      <HappenedOn
        day={form.watch('occurredOn')}
        error={wrongAt(errors.occurredOn, t('form.date'))}
        {...form.register('occurredOn')}
      />
      {chosen !== undefined && mayBeJustified(chosen) && (
        <p>
          {t('lifecycle.mayJustify')}{' '}
          <Link
            to={toShareAct('justification', { objectiveId: objective.objectiveId, shareId: share.shareId }, chosen)}
          >
            {t('lifecycle.justifyLink')}
          </Link>
        </p>
      )}
      <SendBar label={t('act.sendLate')} act={act} />
    </form>
  );
}
