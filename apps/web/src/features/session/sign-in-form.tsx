import { zodResolver } from '@hookform/resolvers/zod';
import { routes } from '#contract';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';

const COOKIE = { as: 'cookie' } as const;

/** User and password; the password is in no draft. */
export function SignInForm({ user = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const act = useAct('signIn');
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(routes.signIn.body),
    defaultValues: { user, password: '', ...COOKIE },
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ user: name, password }) => {
    const session = await act.send({ body: { user: name, password, ...COOKIE } });
    if (session !== null) onSignedIn(session);
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="sign-in-form">
      <TextField
        label={t('session.user')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={
          errors.user && t(errors.user.type === 'invalid_format' ? 'session.userMalformed' : 'session.userMissing')
        }
        {...register('user', { setValueAs: (typed: string) => typed.trim().toLowerCase() })}
      />
      <TextField
        label={t('session.password')}
        type="password"
        autoComplete="current-password"
        error={errors.password && t('session.passwordMissing')}
        {...register('password')}
      />
      <SendBar label={t('session.signIn')} act={act} />
    </form>
  );
}

interface SignInFormProps {
  readonly user?: string;
  readonly onSignedIn: (session: Answer<'signIn'>) => void;
}
