import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { ActField } from '../objective-acts/act-field.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { useActKinds } from '../objective-acts/act-kinds.js';
import type { Objective } from './offers.js';

/** What is sent; that it may be left out is the server's matter. */
const sent = routes.closeObjective.body.unwrap();

/** The last act: offered when nothing is left to do, with what is to be said of it for ever. */
export function CloseObjective({ objective }: { readonly objective: Objective }) {
  const { t } = useTranslation();
  const { objectiveId } = objective;
  const kinds = useActKinds(objective, 'close');
  const act = useAct('closeObjective');
  const form = useKeptForm<{ readonly comment: string; readonly act: TypedAct }, typeof sent>(
    `closure/${objectiveId}`,
    sent,
    { comment: '', act: noAct },
    ({ comment, act: typed }) => ({ act: asAct(typed), ...(comment.trim() !== '' && { comment }) }),
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { objectiveId }, body })) === null) return;
    form.sent();
    announce(t('share.closed'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <DraftNote form={form} />
      <p>{t('share.closeText')}</p>
      <TextArea
        label={t('share.closingComment')}
        hint={t('share.closingHint')}
        optional
        rows={2}
        {...form.register('comment')}
      />
      {kinds.length > 0 && <ActField form={form} kinds={kinds} />}
      <SendBar label={t('share.close')} act={act} />
    </form>
  );
}
