import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ask, type Answer } from '../client/ask.js';
import { useAct } from '../client/use-act.js';
import { Answered } from '../ui/answered.js';
import { TextField } from '../ui/field.js';
import { Page } from '../ui/page.js';
import { SendBar } from '../ui/send-bar.js';
import { useFormats } from '../words/use-formats.js';

/** Where a link in a message leads: whoever has it chooses the password and is signed in. */
export function PasswordLinkScreen() {
  const { t } = useTranslation();
  const { token = '' } = useParams();
  const link = useQuery({
    queryKey: ['passwordLink'],
    queryFn: ({ signal }) => ask('readPasswordLink', { body: { token } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const purpose = link.data?.purpose ?? 'invitation';
  return (
    <div className="sign-in">
      <Page title={t(`session.link.${purpose}`)}>
        <Answered asked={link}>{(shown) => <Choose token={token} link={shown} />}</Answered>
      </Page>
    </div>
  );
}

function Choose({ token, link }: { readonly token: string; readonly link: Answer<'readPasswordLink'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const act = useAct('usePasswordLink');
  const first = link.purpose === 'first-administrator';
  const { register, handleSubmit, formState } = useForm({ defaultValues: { user: 'admin', name: '', password: '' } });
  const { errors } = formState;
  const submit = handleSubmit(async ({ user, name, password }) => {
    const own = first ? { user: user.trim().toLowerCase(), ...(name.trim() !== '' && { name: name.trim() }) } : {};
    if ((await act.send({ body: { token, password, as: 'cookie', ...own } })) === null) return;
    void navigate('/', { replace: true });
    await queries.resetQueries();
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      {link.user !== null && (
        <p>
          {t('session.link.for', { user: link.name ?? link.user })} <strong>{link.user}</strong>
        </p>
      )}
      {first && (
        <>
          <TextField
            label={t('session.user')}
            autoComplete="username"
            autoCapitalize="none"
            error={errors.user && t('session.userMissing')}
            {...register('user', { required: true })}
          />
          <TextField label={t('session.name')} autoComplete="name" optional {...register('name')} />
        </>
      )}
      {/* tells a password manager whose password this is */}
      {link.user !== null && (
        <input type="text" autoComplete="username" value={link.user} readOnly hidden aria-hidden="true" tabIndex={-1} />
      )}
      <TextField
        label={t('session.newPassword')}
        type="password"
        autoComplete="new-password"
        hint={t('session.newPasswordHint')}
        error={errors.password && t('session.passwordMissing')}
        {...register('password', { required: true })}
      />
      <p className="quiet">{t('session.link.expires', { when: formats.instant(link.expiresAt) })}</p>
      <SendBar label={t('session.link.choose')} act={act} />
    </form>
  );
}
