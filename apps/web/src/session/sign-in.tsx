import { useState, type FormEvent } from 'react';
import { ask, Problem, type Answer } from '../api.js';
import { Notice } from '../notice.js';

/** User and password; says why when it is refused, and keeps what was typed. */
export function SignIn({ onSignedIn }: { readonly onSignedIn: (session: Answer<'signIn'>) => void }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    setBusy(true);
    ask('signIn', 'POST', '/api/v1/sessions', { body: { user: text('user').trim(), password: text('password') } })
      .then(onSignedIn, (failure: unknown) => {
        setProblem(failure instanceof Problem ? failure : new Problem(0, 'page/fault', String(failure)));
      })
      .finally(() => setBusy(false));
  };

  return (
    <form className="card narrow" onSubmit={submit}>
      <h1>Accedi</h1>
      <Notice problem={problem} />
      <label>
        Utente
        <input name="user" autoComplete="username" required autoFocus />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={busy}>
        {busy ? 'Un momento…' : 'Accedi'}
      </button>
    </form>
  );
}
