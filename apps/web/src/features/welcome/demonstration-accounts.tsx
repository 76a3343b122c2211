import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { Refusal } from '../../ui/refusal.js';

/** In a demonstration: everybody who works there, one press each. */
export function DemonstrationAccounts({ demonstration, onSignedIn }: DemonstrationAccountsProps) {
  const { t } = useTranslation();
  const act = useAct('signIn');
  const [entering, setEntering] = useState<string | null>(null);
  const { accounts, password } = demonstration;
  return (
    <section className="panel">
      <h2>{t('session.demonstrationOffices')}</h2>
      <p className="quiet">
        {t('session.demonstrationPassword')} <code>{password}</code>
      </p>
      <Refusal error={act.error} />
      <ul className="demonstration-accounts">
        {accounts.map(({ user, name, roles }) => (
          <li key={user}>
            <div>
              <strong>{name}</strong>
              <p className="quiet">{roles.map((role) => t(`role.${role}`)).join(', ')}</p>
            </div>
            <Button
              color="primary"
              outline
              size="xs"
              type="button"
              aria-label={t('session.enterAsOffice', { office: name })}
              aria-disabled={act.pending}
              onClick={() => {
                setEntering(user);
                void act.send({ body: { user, password, as: 'cookie' } }).then((session) => {
                  if (session !== null) onSignedIn();
                });
              }}
            >
              {act.pending && entering === user && <span className="spinner" aria-hidden="true" />}
              {t('session.enterAs')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DemonstrationAccountsProps {
  readonly demonstration: NonNullable<Answer<'welcome'>['demonstration']>;
  readonly onSignedIn: () => void;
}
