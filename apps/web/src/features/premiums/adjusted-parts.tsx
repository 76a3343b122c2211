import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';

type Adjusts = NonNullable<Answer<'premiumRun'>['adjusts']>;
type Part = Adjusts['offices'][number];
type PersonsPart = Adjusts['persons'][number];

interface AdjustedPartsProps {
  readonly adjusts: { readonly offices: readonly Part[]; readonly persons: readonly PersonsPart[] };
}

/** What each office gets more by an adjustment, or gives back, and whose days that is where there was more than one person. */
export function AdjustedParts({ adjusts: { offices, persons } }: AdjustedPartsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const columns = useMemo<readonly Column<Part>[]>(
    () => [
      {
        id: 'office',
        header: t('premium.office'),
        heading: true,
        cell: ({ office }) => (
          <>
            {nameOf(office)}
            <Persons parts={persons.filter((part) => part.office === office)} />
          </>
        ),
      },
      { id: 'before', header: t('premium.paidBefore'), numeric: true, cell: ({ before }) => formats.money(before) },
      { id: 'due', header: t('premium.dueInAll'), numeric: true, cell: ({ due }) => formats.money(due) },
      {
        id: 'difference',
        header: t('premium.difference'),
        numeric: true,
        cell: ({ difference }) => <strong className="nowrap">{formats.money(difference)}</strong>,
      },
    ],
    [t, formats, nameOf, persons],
  );
  if (offices.length === 0) return null;
  return <Table caption={t('premium.byOffice')} columns={columns} rows={offices} keyOf={({ office }) => office} />;
}

function Persons({ parts }: { readonly parts: readonly PersonsPart[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const personName = usePersonNames();
  if (parts.length < 2) return null;
  return (
    <ul className="plain quiet">
      {parts.map(({ person, before, due, difference }) => (
        <li key={person}>
          {t('premium.personDifference', {
            person: person === null ? t('premium.nobody') : personName(person),
            before: formats.money(before),
            due: formats.money(due),
            difference: formats.money(difference),
          })}
        </li>
      ))}
    </ul>
  );
}
