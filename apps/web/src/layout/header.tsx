import { Header as KitHeader, HeaderContent, Headers } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { useSession } from '../features/session/session.js';
import { SignOut } from '../features/session/sign-out.js';
import { Icon } from '../ui/icon.js';
import { ActingChoice } from './acting-choice.js';
import { BodyName } from './body-name.js';
import { LanguageChoice } from './language-choice.js';
import { destinations } from './navigation.js';

/** The body, who is signed in, and where one can go. */
export function Header() {
  const { t } = useTranslation();
  const { me } = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <header>
      <Headers>
        <KitHeader type="slim" className="slim">
          <HeaderContent>
            <span className="slim-body">
              <BodyName />
            </span>
            <div className="slim-right">
              <LanguageChoice />
              {me !== null && (
                <>
                  <ActingChoice />
                  <Link to="/account" className="header-button" title={t('app.nav.account')}>
                    <Icon name="it-user" />
                    <span className="who">{me.user.name ?? me.user.user}</span>
                  </Link>
                  <SignOut />
                </>
              )}
            </div>
          </HeaderContent>
        </KitHeader>
        <KitHeader type="center" small className="center">
          <HeaderContent>
            <Link to="/" className="brand">
              <Icon name="it-flag" size="lg" />
              <span>
                <span className="brand-name">{t('app.name')}</span>
                <span className="brand-claim">{t('app.claim')}</span>
              </span>
            </Link>
            {me !== null && (
              <button
                type="button"
                className="header-button menu-button"
                aria-expanded={open}
                aria-controls="main-menu"
                onClick={() => setOpen((before) => !before)}
              >
                <Icon name={open ? 'it-close' : 'it-burger'} />
                <span>{t('app.menu')}</span>
              </button>
            )}
          </HeaderContent>
        </KitHeader>
        {me !== null && (
          <nav id="main-menu" className={`main-menu ${open ? 'open' : ''}`} aria-label={t('app.mainMenu')}>
            <ul className="container-xxl">
              {destinations
                .filter(({ action }) => me.actions.includes(action))
                .map(({ to, label, icon }) => (
                  <li key={to}>
                    <NavLink to={to} end={to === '/'}>
                      <Icon name={icon} /> {t(label)}
                    </NavLink>
                  </li>
                ))}
            </ul>
          </nav>
        )}
      </Headers>
    </header>
  );
}
