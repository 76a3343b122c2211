import { Navigate } from 'react-router';
import { useMay } from '../features/session/session.js';
import { SetupFirst } from '../features/setup/setup-first.js';
import { HomeScreen } from '../routes/home.js';

/** Where one arrives: at what waits for one's office; who holds none any more, at their own evaluations. */
export function Landing() {
  const may = useMay();
  if (!may('inbox.read')) return <Navigate to="/evaluations" replace />;
  return (
    <SetupFirst>
      <HomeScreen />
    </SetupFirst>
  );
}
