import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';

interface OfMiss {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly missed: { readonly deadlineId: string; readonly instance: string };
}

/** Gives back a miss that the act had lifted, now that the register dates it after the last day. */
export function RestoreMissForm({ objectiveId, shareId, missed }: OfMiss) {
  const { t } = useTranslation();
  const act = useAct('restoreMiss');
  const { body } = routes.restoreMiss;
  const form = useKeptForm<{ readonly reason: string }, typeof body>(
    `restoreMiss/${objectiveId}/${shareId}/${missed.deadlineId}/${missed.instance}`,
    body,
    { reason: '' },
    ({ reason }) => ({ missed, reason }),
  );
  const submit = form.handleSubmit(async (sent) => {
    if ((await act.send({ params: { objectiveId, shareId }, body: sent })) === null) return;
    form.sent();
    announce(t('acts.missRestored'));
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('acts.restoreMissLead')}</p>
      <DraftNote form={form} />
      <TextArea
        label={t('acts.restoreMissReason')}
        error={form.formState.errors.reason && t('acts.restoreMissWhy')}
        {...form.register('reason')}
      />
      <SendBar label={t('acts.restoreMiss')} act={act} />
    </form>
  );
}
