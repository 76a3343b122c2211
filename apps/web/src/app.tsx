import { QueryClientProvider } from '@tanstack/react-query';
import { HashRouter, Route, Routes } from 'react-router';
import { queries } from './client/queries.js';
import { SessionProvider } from './features/session/session-provider.js';
import { Allowed } from './layout/allowed.js';
import { Landing } from './layout/landing.js';
import { Layout } from './layout/layout.js';
import { SignedIn } from './layout/signed-in.js';
import { NotFoundScreen } from './routes/not-found.js';
import { openScreens, screens } from './screens.js';

/** The address after # says which screen: links in messages are `#/objectives/<id>` and `#/password/<token>`. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <HashRouter>
        <SessionProvider>
          <Routes>
            <Route element={<Layout />}>
              {openScreens.map(({ path, Screen }) => (
                <Route key={path} path={path} element={<Screen />} />
              ))}
              <Route element={<SignedIn />}>
                <Route index element={<Landing />} />
                {screens.map(({ path, Screen, action }) => (
                  <Route
                    key={path}
                    path={path}
                    element={
                      <Allowed action={action}>
                        <Screen />
                      </Allowed>
                    }
                  />
                ))}
                <Route path="*" element={<NotFoundScreen />} />
              </Route>
            </Route>
          </Routes>
        </SessionProvider>
      </HashRouter>
    </QueryClientProvider>
  );
}
