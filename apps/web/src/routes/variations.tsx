import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { changesInWords } from '../features/variations/changes-in-words.js';
import { VariationStatusTag } from '../features/variations/status-tag.js';
import { toVariation } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { useFormats } from '../words/use-formats.js';

type Row = Answer<'variations'>['variations'][number];

/** What was asked to be changed of the plans, and how far each has come. */
export function VariationsScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const asked = useQuery(query('variations', { query: {} }));
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'variation',
        header: t('variation.one'),
        heading: true,
        sortBy: ({ variationId }) => variationId,
        cell: ({ variationId }) => <Link to={toVariation(variationId)}>{variationId}</Link>,
      },
      {
        id: 'changes',
        header: t('variation.changes'),
        cell: ({ changes }) => changesInWords(changes),
      },
      { id: 'office', header: t('variation.office'), cell: ({ office }) => nameOf(office) },
      {
        id: 'requestedAt',
        header: t('variation.requestedAt'),
        sortBy: ({ requestedAt }) => requestedAt,
        cell: ({ requestedAt }) => formats.dayOfInstant(requestedAt),
      },
      {
        id: 'status',
        header: t('variation.status_'),
        sortBy: ({ status }) => status,
        cell: ({ status, step }) => (
          <>
            <VariationStatusTag status={status} />
            {step !== null && ` ${step.name}`}
          </>
        ),
      },
    ],
    [t, formats, nameOf],
  );
  return (
    <Page title={t('variation.title')} lead={t('variation.lead')} trail={[{ to: '/plans', label: t('plan.plans') }]}>
      <Answered asked={asked}>
        {({ variations }) => (
          <Table
            caption={t('variation.title')}
            none={t('variation.none')}
            columns={columns}
            rows={variations}
            keyOf={({ variationId }) => variationId}
          />
        )}
      </Answered>
    </Page>
  );
}
