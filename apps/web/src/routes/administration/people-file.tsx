import { useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LinksShown } from '../../features/lists/links-shown.js';
import { NotRecorded } from '../../features/lists/not-recorded.js';
import { PeopleList } from '../../features/lists/people-list.js';
import type { ImportedPeople } from '../../features/lists/read-list.js';
import { Page } from '../../ui/page.js';
import '../../styles/office.css';

export function PeopleFileScreen() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [imported, setImported] = useState<ImportedPeople | null>(null);
  const fromSetup = search.get('from') === 'setup';
  const back = fromSetup
    ? { to: '/setup/people', label: t('setup.title') }
    : { to: '/administration', label: t('people.people') };
  return (
    <Page title={titleOf(imported, t)} lead={imported === null ? t('people.fileLead') : undefined} trail={[back]}>
      {imported === null ? (
        <div className="panel">
          <PeopleList onCreated={setImported} />
        </div>
      ) : (
        <>
          {imported.created.length > 0 && <LinksShown created={imported.created} />}
          <NotRecorded of={imported.notRecorded} />
          <Link to={back.to} className="btn btn-primary">
            {t(fromSetup ? 'reading.toSetup' : 'people.toPeople')}
          </Link>
        </>
      )}
    </Page>
  );
}

function titleOf(imported: ImportedPeople | null, t: TFunction<'words'>): string {
  if (imported === null) return t('people.file');
  const count = imported.created.length;
  return count > 0 ? t('list.created', { count }) : t('list.recorded');
}
