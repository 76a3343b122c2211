import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { LinkShown } from '../accounts/link-shown.js';
import { NewAccountForm } from '../accounts/new-account-form.js';

/** People one by one or from a file; the links of those just added stay in sight. */
export function SetupPeople({ people }: { readonly people: number }) {
  const { t } = useTranslation();
  const [created, setCreated] = useState<readonly Answer<'createAccount'>[]>([]);
  return (
    <>
      <p>{t('setup.peopleText')}</p>
      <p>
        <strong>{t('setup.peopleSoFar', { count: people })}</strong> ·{' '}
        <Link to="/administration/people/file?from=setup">{t('people.addFile')}</Link>
      </p>
      {created.map(({ id, user, name, link }) => link && <LinkShown key={id} user={user} name={name} link={link} />)}
      <details open={people <= 1 || created.length > 0}>
        <summary>{t('people.add')}</summary>
        <NewAccountForm key={created.length} onCreated={(one) => setCreated([one, ...created])} />
      </details>
    </>
  );
}
