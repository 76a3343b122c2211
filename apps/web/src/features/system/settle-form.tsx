import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useKeptForm } from '../drafts/use-kept-form.js';

/** Says that a refused consequence was seen to, and how. */
export function SettleForm({ cause, stream }: { readonly cause: string; readonly stream: string }) {
  const { t } = useTranslation();
  const act = useAct('settleRefused', {
    onDone: () => {
      form.sent();
      announce(t('system.settledNow'));
    },
  });
  const form = useKeptForm(`refused/${cause}/${stream}`, routes.settleRefused.body, { note: '' }, ({ note }) => ({
    cause,
    stream,
    note: note.trim(),
  }));
  const submit = form.handleSubmit((sent) => act.send({ body: sent }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('system.settleNote')}
        error={form.formState.errors.note && t('system.settleNoteMissing')}
        {...form.register('note')}
      />
      <SendBar label={t('system.settle')} act={act} />
    </form>
  );
}
