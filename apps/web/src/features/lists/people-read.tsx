import { useTranslation } from 'react-i18next';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { roles as allRoles, type Role } from '../accounts/roles.js';
import { actWords } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import type { PeopleReading } from './read-list.js';

export type Person = PeopleReading['people'][number];

interface PeopleReadProps {
  readonly people: readonly Person[];
  /** Who gets no account, by their user names. */
  readonly without: ReadonlySet<string>;
}

/** The people of a list as they were read, row by row. */
export function PeopleRead({ people, without }: PeopleReadProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const days = useDays();
  const columns: readonly Column<Person>[] = [
    { id: 'name', header: t('people.name'), heading: true, cell: ({ name, user }) => (name === '' ? user : name) },
    { id: 'user', header: t('people.user'), cell: ({ user }) => user },
    { id: 'email', header: t('people.email'), cell: ({ email }) => email ?? '–' },
    { id: 'office', header: t('people.office'), cell: ({ office }) => (office === '' ? '–' : nameOf(office)) },
    {
      id: 'roles',
      header: t('people.roles'),
      cell: ({ roles }) => roles.map((role) => (isRole(role) ? t(`people.role.${role}`) : role)).join(', ') || '–',
    },
    // what only some lists say
    ...(people.some(({ tenure }) => tenure !== undefined)
      ? [
          {
            id: 'tenure',
            header: t('list.tenure'),
            cell: ({ tenure }: Person) => (tenure === undefined ? '–' : days(tenure.from, tenure.to, tenure.act)),
          },
        ]
      : []),
    ...(people.some(({ standsIn }) => standsIn !== undefined)
      ? [
          {
            id: 'standsIn',
            header: t('list.standsIn'),
            cell: ({ standsIn }: Person) =>
              standsIn === undefined
                ? '–'
                : `${nameOf(standsIn.office)}, ${days(standsIn.from, standsIn.until, standsIn.act)}`,
          },
        ]
      : []),
    {
      id: 'known',
      header: t('people.standing'),
      cell: ({ known, user }) => {
        const standing = known ? 'known' : without.has(user) ? 'without' : 'new';
        return <Tag tone={standing === 'new' ? 'good' : 'plain'}>{t(`list.${standing}`)}</Tag>;
      },
    },
  ];
  return <Table caption={t('list.people')} columns={columns} rows={people} keyOf={({ line }) => String(line)} />;
}

/** From when to when, and by which act. */
function useDays() {
  const { t } = useTranslation();
  const formats = useFormats();
  return (from: string, to: string | null, act: NonNullable<Person['tenure']>['act']): string => {
    const first = formats.day(from);
    const days =
      to === null ? t('list.fromDay', { from: first }) : t('list.fromTo', { from: first, to: formats.day(to) });
    return [days, ...(act === null ? [] : [actWords(act)])].join(', ');
  };
}

const isRole = (text: string): text is Role => (allRoles as readonly string[]).includes(text);
