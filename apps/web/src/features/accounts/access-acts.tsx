import { Button } from 'design-react-kit';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Dialog } from '../../ui/dialog.js';
import { Refusal } from '../../ui/refusal.js';
import { useMe } from '../session/session.js';
import { LinkShown } from './link-shown.js';
import type { Account } from './roles.js';

/** What an administrator does about somebody's way in. */
export function AccessActs({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const me = useMe();
  const { id, user, disabledAt } = account;
  const params = { accountId: id };
  const [link, setLink] = useState<Answer<'makePasswordLink'> | null>(null);
  const [asking, setAsking] = useState(false);
  const makeLink = useAct('makePasswordLink', { onDone: setLink });
  const endSessions = useAct('endAccountSessions', { onDone: () => announce(t('people.sessionsEnded', { user })) });
  const disable = useAct('disableAccount', {
    onDone: () => {
      setAsking(false);
      announce(t('people.disabledDone', { user }));
    },
  });
  const enable = useAct('enableAccount', { onDone: () => announce(t('people.enabledDone', { user })) });
  const itself = me.user.id === id;
  return (
    <section className="panel">
      <h2>{t('people.access')}</h2>
      {itself && <p className="quiet">{t('people.itself')}</p>}
      {disabledAt === null ? (
        <>
          <AccessAct text={t('people.makeLinkText')} error={makeLink.error}>
            <Button color="primary" outline size="xs" type="button" onClick={() => void makeLink.send({ params })}>
              {t('people.makeLink')}
            </Button>
          </AccessAct>
          {link !== null && <LinkShown user={user} name={account.name} link={link} />}
          {!itself && (
            <>
              <AccessAct text={t('people.endSessionsText')} error={endSessions.error}>
                <Button
                  color="primary"
                  outline
                  size="xs"
                  type="button"
                  onClick={() => void endSessions.send({ params })}
                >
                  {t('people.endSessions')}
                </Button>
              </AccessAct>
              <AccessAct text={t('people.disableText')} error={null}>
                <Button color="danger" outline size="xs" type="button" onClick={() => setAsking(true)}>
                  {t('people.disable')}
                </Button>
              </AccessAct>
            </>
          )}
        </>
      ) : (
        <AccessAct text={t('people.enableText')} error={enable.error}>
          <Button color="primary" size="xs" type="button" onClick={() => void enable.send({ params })}>
            {t('people.enable')}
          </Button>
        </AccessAct>
      )}
      {asking && (
        <Dialog title={t('people.disableTitle', { user })} onClose={() => setAsking(false)}>
          <p>{t('people.disableText')}</p>
          <Refusal error={disable.error} />
          <div className="send-buttons">
            <Button color="danger" type="button" onClick={() => void disable.send({ params })}>
              {t('people.disable')}
            </Button>
            <Button color="primary" outline type="button" onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function AccessAct({ text, error, children }: AccessActProps) {
  return (
    <div className="access-act">
      <p>{text}</p>
      {children}
      <Refusal error={error} />
    </div>
  );
}

interface AccessActProps {
  readonly text: string;
  readonly error: Error | null;
  readonly children: ReactNode;
}
