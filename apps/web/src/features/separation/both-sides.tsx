import { roleInWords, romeDayOf } from '#domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';

type Found = Answer<'separationChecks'>['onBothSides'][number];

/** Who certifies and stands on the other side as well, by what an earlier release let be set up; nothing where nobody does. */
export function BothSides({ found }: { readonly found: readonly Found[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const columns = useMemo<readonly Column<Found>[]>(
    () => [
      { id: 'who', header: t('separation.bothSides.who'), heading: true, cell: ({ person }) => personName(person) },
      {
        id: 'roles',
        header: t('separation.bothSides.roles'),
        cell: ({ roles }) => roles.map((role) => roleInWords(role, formats.language)).join(', '),
      },
      {
        id: 'days',
        header: t('separation.bothSides.days'),
        cell: ({ from, to }) => `${formats.day(from)} – ${to === null ? '' : formats.day(to)}`,
      },
      {
        id: 'by',
        header: t('separation.bothSides.by'),
        cell: ({ by }) =>
          by
            .map(({ what, office, recordedAt }) =>
              t(`separation.bothSides.${what}`, {
                office: nameOf(office),
                recorded: formats.day(romeDayOf(recordedAt)),
              }),
            )
            .join('; '),
      },
    ],
    [t, formats, nameOf, personName],
  );
  if (found.length === 0) return null;
  return (
    <>
      <p role="alert">{t('separation.bothSides.lead')}</p>
      <Table
        caption={t('separation.bothSides.title')}
        columns={columns}
        rows={found}
        keyOf={({ person, roles, from, by }) => [person, ...roles, from, ...by.map(({ office }) => office)].join(' ')}
      />
    </>
  );
}
