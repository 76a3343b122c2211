import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';

/** Ends a delegation at once, with the reason, by whoever gave or received it. */
export function RevokeDialog({ delegationId, title, label, onClose }: RevokeDialogProps) {
  const { t } = useTranslation();
  const act = useAct('revokeDelegation');
  const form = useForm<{ readonly reason: string }>({ defaultValues: { reason: '' } });
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { delegationId }, body })) === null) return;
    announce(t('organisation.revoked'));
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose} focusOn="input">
      <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <p>{t('organisation.revokeLead')}</p>
        <TextField
          label={t('organisation.revokeReason')}
          maxLength={200}
          error={form.formState.errors.reason && t('form.required')}
          {...form.register('reason', { validate: (reason) => reason.trim() !== '' })}
        />
        <SendBar label={label} act={act} tone="danger" />
      </form>
    </Dialog>
  );
}

interface RevokeDialogProps {
  readonly delegationId: string;
  readonly title: string;
  readonly label: string;
  readonly onClose: () => void;
}
