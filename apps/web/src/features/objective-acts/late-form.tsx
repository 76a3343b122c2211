import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toShareAct } from '../../places.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { mayBeJustified } from '../objectives/offers.js';
import type { ActProps } from './act-props.js';
import { firstOf, instanceIn, MissedField, named } from './missed-field.js';
import { wrongAt } from './refused-at.js';
import { useShareForm } from './use-share-form.js';
import { unsaid, WhyLateFields } from './why-late-fields.js';

/** What was missed is done now, and why it was late. */
export function LateForm(props: ActProps) {
  const { t } = useTranslation();
  const { objective, share, occasion } = props;
  const missed = share.due.filter(({ status }) => status === 'missed');
  const { form, act, onSubmit } = useShareForm('fulfilLate', props, {
    blank: {
      fulfils: firstOf(missed, occasion),
      ...unsaid,
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
      <WhyLateFields form={form} />
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
