import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';

/** A one-time link, shown once, to be handed over; printed alone, as a slip of paper. */
export function LinkShown({ user, name, link }: LinkShownProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="link-slip print-only-this" aria-label={t('people.linkTitle', { user })}>
      <h2>{t('people.linkTitle', { user: name ?? user })}</h2>
      <p>
        {t('people.user')}: <strong>{user}</strong>
      </p>
      <p className="link-url mono">{link.url}</p>
      <p className="quiet">{t('people.linkValid', { when: formats.instant(link.expiresAt) })}</p>
      <p className="quiet no-print">{t('people.linkOnce')}</p>
      <div className="send-buttons no-print">
        <CopyButton text={link.url} label={t('people.linkCopy')} copied={t('people.linkCopied')} />
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => print()}>
          <Icon name="it-print" size="xs" /> {t('people.linkPrint')}
        </button>
      </div>
    </section>
  );
}

interface LinkShownProps {
  readonly user: string;
  readonly name: string | null;
  readonly link: { readonly url: string; readonly expiresAt: string };
}
