import { useState } from 'react';
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
    <Page
      title={imported === null ? t('people.file') : t('list.created', { count: imported.created.length })}
      lead={imported === null ? t('people.fileLead') : undefined}
      trail={[back]}
    >
      {imported === null ? (
        <div className="panel">
          <PeopleList onCreated={setImported} />
        </div>
      ) : (
        <>
          <LinksShown created={imported.created} />
          <NotRecorded of={imported.notRecorded} />
          <Link to={back.to} className="btn btn-primary">
            {t(fromSetup ? 'reading.toSetup' : 'people.toPeople')}
          </Link>
        </>
      )}
    </Page>
  );
}
