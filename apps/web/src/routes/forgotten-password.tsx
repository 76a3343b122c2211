import { zodResolver } from '@hookform/resolvers/zod';
import { routes } from '#contract';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../client/use-act.js';
import { TextField } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { SendBar } from '../ui/send-bar.js';

/** Asks for a message by which to choose a new password; the answer never tells whether the user exists. */
export function ForgottenPasswordScreen() {
  const { t } = useTranslation();
  const act = useAct('requestPasswordReset');
  const [sent, setSent] = useState(false);
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(routes.requestPasswordReset.body),
    defaultValues: { user: '' },
  });
  const submit = handleSubmit(async (body) => {
    setSent(await act.sendDone({ body }));
  });
  return (
    <div className="sign-in">
      <Page title={t('session.forgottenTitle')} lead={t('session.forgottenLead')}>
        <div className="panel">
          {sent ? (
            <p role="status">{t('session.forgottenSent')}</p>
          ) : (
            <form noValidate onSubmit={(event) => void submit(event)}>
              <TextField
                label={t('session.user')}
                autoComplete="username"
                autoCapitalize="none"
                error={formState.errors.user && t('session.userMalformed')}
                {...register('user', { setValueAs: (typed: string) => typed.trim().toLowerCase() })}
              />
              <SendBar label={t('session.forgottenSend')} act={act} />
            </form>
          )}
          <Link to="/">{t('session.backToSignIn')}</Link>
        </div>
      </Page>
    </div>
  );
}
