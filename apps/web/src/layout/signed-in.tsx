import { Outlet } from 'react-router';
import { useSession } from '../features/session/session.js';
import { SignInScreen } from '../routes/sign-in.js';
import { Refusal } from '../ui/refusal.js';
import { Waiting } from '../ui/waiting.js';

/** Around every screen that needs somebody: where nobody is signed in, sign-in takes its place and the address stays. */
export function SignedIn() {
  const { me, known, error } = useSession();
  if (me !== null) return <Outlet />;
  if (known) return <SignInScreen />;
  return error === null ? <Waiting /> : <Refusal error={error} />;
}
