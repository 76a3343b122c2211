import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../../client/queries.js';
import { AdministrationPage } from '../../features/accounts/administration-page.js';
import { matching } from '../../features/accounts/matching.js';
import { PeopleTable } from '../../features/accounts/people-table.js';
import { RenewInvitations } from '../../features/lists/renew-invitations.js';
import { useOfficeNames } from '../../features/offices/offices.js';
import { Answered } from '../../ui/answered.js';
import { TextField } from '../../ui/field.js';

export function PeopleScreen() {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const asked = useQuery(query('listAccounts', {}));
  const [search, setSearch] = useState('');
  return (
    <AdministrationPage
      title={t('people.people')}
      lead={t('people.peopleLead')}
      aside={
        <>
          <Link to="/administration/people/new" className="btn btn-primary">
            {t('people.add')}
          </Link>
          <Link to="/administration/people/file" className="btn btn-outline-primary">
            {t('people.addFile')}
          </Link>
        </>
      }
    >
      <TextField
        label={t('people.search')}
        type="search"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <Answered asked={asked}>
        {({ accounts }) => {
          const found = matching(accounts, search, nameOf);
          return (
            <>
              <p className="quiet" role="status">
                {t('people.found', { count: found.length })}
              </p>
              <RenewInvitations accounts={accounts} />
              <PeopleTable accounts={found} />
            </>
          );
        }}
      </Answered>
    </AdministrationPage>
  );
}
