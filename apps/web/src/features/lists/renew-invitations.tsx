import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { SendBar } from '../../ui/send-bar.js';
import type { Account } from '../accounts/roles.js';
import { LinksShown } from './links-shown.js';

/** Links once more, for whoever was given one and has not used it; nothing where everybody has. */
export function RenewInvitations({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const [renewed, setRenewed] = useState<Answer<'renewInvitations'>['invited'] | null>(null);
  const act = useAct('renewInvitations', { onDone: ({ invited }) => setRenewed(invited) });
  const waiting = accounts.filter(
    ({ hasPassword, disabledAt, ofTheSystem }) => !hasPassword && disabledAt === null && !ofTheSystem,
  );
  if (renewed !== null && renewed.length > 0) return <LinksShown created={renewed} />;
  if (waiting.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{t('list.renew', { count: waiting.length })}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void act.send({ body: { accountIds: waiting.map(({ id }) => id) } });
        }}
      >
        <p>{t('list.renewText')}</p>
        <SendBar label={t('list.renewAct')} act={act} />
      </form>
    </details>
  );
}
