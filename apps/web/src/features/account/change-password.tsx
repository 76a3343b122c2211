import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';

/** A new password for the one in use; the other sessions end. Passwords are in no draft. */
export function ChangePassword({ user }: { readonly user: string }) {
  const { t } = useTranslation();
  const act = useAct('changePassword');
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { current: '', password: '' } });
  const { errors } = formState;
  const submit = handleSubmit(async (body) => {
    if ((await act.sendDone({ body })) === false) return;
    reset();
    announce(t('account.passwordChanged'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('account.changePassword')}</h2>
      <input type="text" autoComplete="username" value={user} readOnly hidden />
      <TextField
        label={t('account.current')}
        type="password"
        autoComplete="current-password"
        error={errors.current && t('session.passwordMissing')}
        {...register('current', { required: true })}
      />
      <TextField
        label={t('session.newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('session.newPasswordHint')}
        error={errors.password && t('session.passwordMissing')}
        {...register('password', { required: true })}
      />
      <SendBar label={t('account.changePassword')} act={act} />
    </form>
  );
}
