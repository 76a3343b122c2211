import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useToday } from '../clock/use-now.js';
import { DraftNote } from '../drafts/draft-note.js';
import { ActField } from './act-field.js';
import { asAct, noAct } from './act-fields.js';
import { useActKinds, useUnratifiedDays } from './act-kinds.js';
import type { ActProps } from './act-props.js';
import { HappenedOn } from './happened-on.js';
import { ReasonField } from './reason-field.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';

/** Work on a share rests, by act or urgently. */
export function SuspensionForm(props: ActProps) {
  const { t } = useTranslation();
  const kinds = useActKinds(props.objective, 'suspend');
  const days = useUnratifiedDays(props.objective);
  const today = useToday();
  const { form, act, onSubmit } = useShareForm('suspend', props, {
    blank: { reason: '', from: '', until: '', act: noAct },
    toSent: ({ from, act: typed, ...rest }) => ({ ...rest, act: asAct(typed), ...(from !== '' && { from }) }),
    said: () => t('lifecycle.suspended'),
  });
  const { errors } = form.formState;
  const from = form.watch('from');
  return (
    <form className="panel" noValidate onSubmit={onSubmit}>
      <DraftNote form={form} />
      <p>{t('lifecycle.suspendLead')}</p>
      <ReasonField wrong={errors.reason} {...form.register('reason')} />
      <HappenedOn
        label={t('lifecycle.from')}
        day={from}
        error={wrongAt(errors.from, t('form.date'))}
        {...form.register('from')}
      />
      <TextField
        label={t('lifecycle.until')}
        hint={t('lifecycle.untilHint')}
        type="date"
        min={from === '' ? (today ?? undefined) : from}
        error={wrongAt(errors.until, t('form.date'))}
        {...form.register('until')}
      />
      <ActField form={form} kinds={kinds} none={t('lifecycle.noActYet')} />
      {asAct(form.watch('act')) === null && (
        <p className="quiet">
          {days === undefined ? t('lifecycle.urgent') : t('lifecycle.urgentDays', { count: days })}
        </p>
      )}
      <SendBar label={t('lifecycle.suspend')} act={act} />
    </form>
  );
}
