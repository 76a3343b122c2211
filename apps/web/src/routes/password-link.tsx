import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ask } from '../client/ask.js';
import { Problem } from '../client/problem.js';
import { ChoosePassword } from '../features/passwords/choose-password.js';
import { LinkNotValid } from '../features/passwords/link-not-valid.js';
import { useSession } from '../features/session/session.js';
import { Answered } from '../ui/answered.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';
import '../styles/office.css';

const LINK = 'password-link';

/** Where a one-time link leads. The token stands behind the `#`, so it is in no server's log. */
export function PasswordLinkScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { token = '' } = useParams();
  const { me } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const asked = useQuery({
    queryKey: [LINK, token],
    queryFn: ({ signal }) => ask('readPasswordLink', { body: { token } }, { signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
  const entered = () => {
    // the link is used up: going back must not lead to it
    void navigate('/', { replace: true });
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== LINK });
  };
  const purpose = asked.data?.purpose ?? 'invitation';
  const notValid = asked.error instanceof Problem && asked.error.code === 'password/link-not-valid';
  return (
    <div className="sign-in">
      <Page
        title={t(notValid ? 'password.notValidTitle' : `password.linkTitle.${purpose}`)}
        lead={asked.data && t(`password.linkLead.${purpose}`)}
      >
        {notValid ? (
          <LinkNotValid why={asked.error?.message ?? ''} />
        ) : (
          <Answered asked={asked}>
            {(link) => (
              <>
                {me !== null && me.user.user !== link.user && (
                  <div className="notice">
                    <Icon name="it-info-circle" />
                    <p>{t('password.otherSession', { user: me.user.user })}</p>
                  </div>
                )}
                <div className="panel">
                  <ChoosePassword token={token} link={link} onSignedIn={entered} />
                </div>
                <p className="quiet">{t('password.validUntil', { when: formats.instant(link.expiresAt) })}</p>
              </>
            )}
          </Answered>
        )}
      </Page>
    </div>
  );
}
