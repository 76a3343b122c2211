import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toPerson } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Account } from './roles.js';
import { Standing } from './standing.js';

/** Everybody who has an account. */
export function PeopleTable({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const columns = useMemo<readonly Column<Account>[]>(
    () => [
      {
        id: 'name',
        header: t('people.name'),
        heading: true,
        sortBy: ({ name, user }) => name ?? user,
        cell: ({ id, name, user }) => <Link to={toPerson(id)}>{name ?? user}</Link>,
      },
      {
        id: 'user',
        header: t('people.user'),
        sortBy: ({ user }) => user,
        cell: ({ user, alike }) =>
          alike.length === 0 ? (
            user
          ) : (
            <>
              {user} <small>{t('people.alike', { users: alike.join(', ') })}</small>
            </>
          ),
      },
      {
        id: 'office',
        header: t('people.office'),
        sortBy: ({ office }) => nameOf(office),
        cell: ({ office }) => nameOf(office),
      },
      {
        id: 'roles',
        header: t('people.roles'),
        cell: ({ roles }) => roles.map((role) => t(`people.role.${role}`)).join(', '),
      },
      { id: 'standing', header: t('people.standing'), cell: (account) => <Standing account={account} /> },
      {
        id: 'lastSignIn',
        header: t('people.lastSignIn'),
        sortBy: ({ lastSignInAt }) => lastSignInAt ?? '',
        cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('people.never') : formats.instant(lastSignInAt)),
      },
    ],
    [t, formats, nameOf],
  );
  return (
    <Table
      caption={t('people.people')}
      captionHidden
      columns={columns}
      rows={accounts}
      keyOf={({ id }) => id}
      none={t('people.noneFound')}
    />
  );
}
