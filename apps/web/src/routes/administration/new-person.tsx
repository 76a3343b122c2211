import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { LinkShown } from '../../features/accounts/link-shown.js';
import { NewAccountForm } from '../../features/accounts/new-account-form.js';
import { Page } from '../../ui/page.js';
import '../../styles/office.css';

export function NewPersonScreen() {
  const { t } = useTranslation();
  const [created, setCreated] = useState<Answer<'createAccount'> | null>(null);
  return (
    <Page
      title={created === null ? t('people.add') : t('people.createdTitle', { user: created.user })}
      lead={t('people.addLead')}
      trail={[{ to: '/administration', label: t('people.people') }]}
    >
      <div className="panel">
        {created === null ? <NewAccountForm onCreated={setCreated} /> : <Created created={created} />}
      </div>
      {created !== null && (
        <div className="send-buttons">
          <button type="button" className="btn btn-primary" onClick={() => setCreated(null)}>
            {t('people.another')}
          </button>
          <Link to="/administration" className="btn btn-outline-primary">
            {t('people.toPeople')}
          </Link>
        </div>
      )}
    </Page>
  );
}

function Created({ created }: { readonly created: Answer<'createAccount'> }) {
  const { t } = useTranslation();
  const { user, name, email, link } = created;
  return (
    <>
      {link !== undefined && <LinkShown user={user} name={name} link={link} />}
      {email !== null && <p>{t('people.createdMail', { email })}</p>}
    </>
  );
}
