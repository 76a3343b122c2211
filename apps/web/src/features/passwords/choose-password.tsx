import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Problem } from '../../client/problem.js';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useWelcome } from '../welcome/use-welcome.js';
import { NewPassword } from './new-password.js';
import { LONGEST, SHORTEST, standingOf } from './password-rules.js';

const USER = /^[a-z0-9][a-z0-9.-]{0,99}$/;

/** Chooses a password by a link and enters; the first administrator also chooses who to be. */
export function ChoosePassword({ token, link, onSignedIn }: ChoosePasswordProps) {
  const { t } = useTranslation();
  const welcome = useWelcome();
  const signIn = useAct('signIn', { onDone: onSignedIn });
  const act = useAct('usePasswordLink', {
    onDone: onSignedIn,
    // it may have been used a moment ago and the answer lost: then the password is the one that was chosen
    onRefused: (refusal) => {
      if (refusal instanceof Problem && refusal.code === 'password/link-not-valid')
        void signIn.send({ body: { user, password, as: 'cookie' } });
    },
  });
  const first = link.purpose === 'first-administrator';
  const { register, handleSubmit, watch, formState } = useForm({
    mode: 'onTouched',
    defaultValues: { user: link.user ?? '', name: link.name ?? '', password: '' },
  });
  const { user, name, password } = watch();
  const { id: bodyId = '', name: bodyName = '' } = welcome?.body ?? {};
  const names = [user, name, bodyId, bodyName, t('app.name')];
  const standing = standingOf(password, names);
  const { errors } = formState;
  const refused =
    act.error instanceof Problem && act.error.code.startsWith('password/') ? act.error.details.title : undefined;
  const submit = handleSubmit((typed) =>
    act.send({
      body: {
        token,
        password: typed.password,
        as: 'cookie',
        ...(first && { user: typed.user, ...(typed.name.trim() !== '' && { name: typed.name.trim() }) }),
      },
    }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {first ? (
        <>
          <TextField
            label={t('password.user')}
            hint={t('password.userHint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            error={errors.user && t('password.userMalformed')}
            {...register('user', {
              setValueAs: (typed: string) => typed.trim().toLowerCase(),
              pattern: USER,
              required: true,
            })}
          />
          <TextField
            label={t('password.name')}
            hint={t('password.nameHint')}
            autoComplete="name"
            optional
            {...register('name', { maxLength: 200 })}
          />
        </>
      ) : (
        // password managers keep the password with the name that stands before it
        <TextField label={t('password.forUser')} autoComplete="username" readOnly value={link.user ?? ''} />
      )}
      <NewPassword
        standing={standing}
        error={errors.password?.message ?? refused}
        {...register('password', {
          validate: (typed) => {
            const { length, longEnough, shortEnough, ownWords } = standingOf(typed, names);
            if (length === 0) return t('password.missing');
            if (!longEnough) return t('password.tooShort', { count: SHORTEST - length });
            if (!shortEnough) return t('password.tooLong', { longest: String(LONGEST) });
            return ownWords ? true : t('password.telling');
          },
          onChange: () => act.error !== null && act.reset(),
        })}
      />
      <SendBar label={t(first ? 'password.chooseFirst' : 'password.choose')} act={signIn.pending ? signIn : act} />
    </form>
  );
}

interface ChoosePasswordProps {
  readonly token: string;
  readonly link: Answer<'readPasswordLink'>;
  readonly onSignedIn: () => void;
}
