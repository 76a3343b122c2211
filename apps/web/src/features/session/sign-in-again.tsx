import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Dialog } from '../../ui/dialog.js';
import { SignInForm } from './sign-in-form.js';

/** Over the page when the session is over: what is underneath stays and goes on. */
export function SignInAgain({ user, onSignedIn }: SignInAgainProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('session.again')} focusOn="[type=password]">
      <p>{t('session.againLead')}</p>
      <SignInForm user={user} onSignedIn={onSignedIn} />
    </Dialog>
  );
}

interface SignInAgainProps {
  readonly user: string;
  readonly onSignedIn: (session: Answer<'signIn'>) => void;
}
