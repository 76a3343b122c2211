import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { query } from '../../client/queries.js';
import { Waiting } from '../../ui/waiting.js';
import { useMay } from '../session/session.js';

/** Whoever opens the page is led there once; then they have chosen to do something else first. */
let led = false;

/** To be called where the setup is on the screen: who leaves it is not led back. */
export function setupSeen(): void {
  led = true;
}

/** Around the home: who administers a body that is not set up yet begins with that. */
export function SetupFirst({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const administers = may('body.configure') && may('account.create');
  const { data: body, isPending } = useQuery({ ...query('body', {}), enabled: administers });
  const open = administers && body !== undefined && !body.demonstration && !body.setup.complete;
  useEffect(() => {
    if (!open || led) return;
    led = true;
    void navigate('/setup', { replace: true });
  }, [open, navigate]);
  if (administers && (isPending || (open && !led))) return <Waiting />;
  return (
    <>
      {open && (
        <div className="notice">
          <p>{t('app.setupOpen')}</p>
          <Link to="/setup" className="btn btn-primary btn-xs">
            {t('app.setupContinue')}
          </Link>
        </div>
      )}
      {children}
    </>
  );
}
