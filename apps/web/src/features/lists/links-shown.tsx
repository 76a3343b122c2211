import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.js';
import { Icon } from '../../ui/icon.js';
import { LinkShown } from '../accounts/link-shown.js';
import { asCsv } from './as-csv.js';
import type { ImportedPeople } from './read-list.js';

/** The links of everybody who was just given an account, shown this once. */
export function LinksShown({ created }: { readonly created: ImportedPeople['created'] }) {
  const { t } = useTranslation();
  const columns = t('list.linkColumns');
  const all = created.map(({ name, user, link }) => `${name ?? user}\t${user}\t${link.url}`).join('\n');
  const file = useMemo(() => {
    const lines = created.map(({ name, user, email, link }) => [name ?? '', user, email ?? '', link.url]);
    return `data:text/csv;charset=utf-8,${encodeURIComponent(asCsv([columns.split(';'), ...lines]))}`;
  }, [created, columns]);
  return (
    <section aria-label={t('list.links')}>
      <div className="no-print">
        <p>{t('list.linksOnce')}</p>
        <div className="send-buttons links-acts">
          <CopyButton text={all} label={t('list.copyAll')} copied={t('list.copied')} />
          <a className="btn btn-outline-primary btn-xs" href={file} download={`${t('list.linksFile')}.csv`}>
            {t('list.download')}
          </a>
          <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => print()}>
            <Icon name="it-print" size="xs" /> {t('list.printAll')}
          </button>
        </div>
      </div>
      {created.map(({ id, user, name, link }) => (
        <LinkShown key={id} user={user} name={name} link={link} />
      ))}
    </section>
  );
}
