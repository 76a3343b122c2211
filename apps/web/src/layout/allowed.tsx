import type { ReactNode } from 'react';
import { useMay } from '../features/session/session.js';
import { Denied } from '../screens.js';

/** Around a screen: whose roles are not for it never sees its form, but at once why and who could. */
export function Allowed({ action, children }: AllowedProps) {
  const may = useMay();
  return action === undefined || may(action) ? children : <Denied action={action} />;
}

interface AllowedProps {
  readonly action: string | undefined;
  readonly children: ReactNode;
}
