import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Announcer } from '../ui/announcer.js';
import { FaultBoundary } from '../ui/fault-boundary.js';
import { Waiting } from '../ui/waiting.js';
import { Broken } from './broken.js';
import { Demonstration } from './demonstration.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { keepPlace } from './keep-place.js';
import { ServerAway } from './server-away.js';

/** What is around every screen. */
export function Layout() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useEffect(() => keepPlace(), []);
  return (
    <>
      <a
        className="skip-link"
        href="#main"
        onClick={(event) => {
          // the address after # is the router's
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <Header />
      <Demonstration />
      <ServerAway />
      <main id="main" tabIndex={-1} className="container-xxl">
        <FaultBoundary place={pathname} fallback={<Broken />}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </FaultBoundary>
      </main>
      <Footer />
      <Announcer />
    </>
  );
}
