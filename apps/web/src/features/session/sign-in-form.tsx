import { routes } from '#contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Body } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';

const COOKIE = { as: 'cookie' } as const;

/** User and password; the password is in no draft. Checked by hand: what other forms are made with is fetched after it. */
export function SignInForm({ user = '', onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const act = useAct('signIn');
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = typedIn(form);
    const found = wrongIn(body);
    if (found.user !== undefined || found.password !== undefined) {
      setWrong(found);
      form.querySelector<HTMLInputElement>(`[name=${found.user === undefined ? 'password' : 'user'}]`)?.focus();
      return;
    }
    const session = await act.send({ body });
    if (session !== null) onSignedIn(session);
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onChange={(event) => wrong !== null && setWrong(wrongIn(typedIn(event.currentTarget)))}
      noValidate
      className="sign-in-form"
    >
      <TextField
        label={t('session.user')}
        name="user"
        defaultValue={user}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={wrong?.user && t(`session.${wrong.user}`)}
      />
      <TextField
        label={t('session.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        error={wrong?.password && t(`session.${wrong.password}`)}
      />
      <SendBar label={t('session.signIn')} act={act} />
    </form>
  );
}

interface Wrong {
  readonly user?: 'userMissing' | 'userMalformed';
  readonly password?: 'passwordMissing';
}

function typedIn(form: HTMLFormElement): Body<'signIn'> {
  const [user, password] = ['user', 'password'].map((name) => new FormData(form).get(name));
  return {
    user: typeof user === 'string' ? user.trim().toLowerCase() : '',
    password: typeof password === 'string' ? password : '',
    ...COOKIE,
  };
}

function wrongIn(body: Body<'signIn'>): Wrong {
  const fields = routes.signIn.body.safeParse(body).error?.issues.map(({ path }) => path[0]) ?? [];
  return {
    ...(fields.includes('user') && { user: body.user === '' ? 'userMissing' : 'userMalformed' }),
    ...(fields.includes('password') && { password: 'passwordMissing' }),
  };
}

interface SignInFormProps {
  readonly user?: string;
  readonly onSignedIn: (session: Answer<'signIn'>) => void;
}
