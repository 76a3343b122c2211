import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';

/** What is sent; that it may be left out is the server's matter. */
const sent = routes.closeObjective.body.unwrap();

/** The last act: offered when nothing is left to do, with what is to be said of it for ever. */
export function CloseObjective({ objectiveId }: { readonly objectiveId: string }) {
  const { t } = useTranslation();
  const act = useAct('closeObjective');
  const form = useKeptForm<{ readonly comment: string }, typeof sent>(
    `closure/${objectiveId}`,
    sent,
    { comment: '' },
    ({ comment }) => (comment.trim() === '' ? {} : { comment }),
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
      <SendBar label={t('share.close')} act={act} />
    </form>
  );
}
