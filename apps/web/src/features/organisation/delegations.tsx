import { Button } from 'design-react-kit';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay, useMe } from '../session/session.js';
import { RevokeDialog } from './revoke-dialog.js';

type Delegation = Answer<'organisation'>['delegations'][number];

/** Who acts for whom and until when; a delegation is revoked at once. */
export function Delegations({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const may = useMay();
  const { user } = useMe();
  const [revoking, setRevoking] = useState<Pick<Delegation, 'delegationId' | 'office'> | null>(null);
  const mayRevoke = may('organisation.change');
  const columns = useMemo<readonly Column<Delegation>[]>(
    () => [
      { id: 'office', header: t('people.office'), heading: true, cell: ({ office }) => nameOf(office) },
      { id: 'person', header: t('organisation.standIn'), cell: ({ name, user: own, person }) => name ?? own ?? person },
      {
        id: 'holder',
        header: t('organisation.inPlaceOf'),
        cell: ({ holder }) => (holder === null ? null : (holder.name ?? holder.user ?? holder.person)),
      },
      { id: 'kind', header: t('organisation.kind'), cell: ({ kind }) => t(`organisation.kinds.${kind}`) },
      { id: 'from', header: t('organisation.from'), cell: ({ from }) => formats.day(from) },
      {
        id: 'until',
        header: t('organisation.to'),
        cell: ({ until, revoked }) =>
          revoked === null ? formats.day(until) : t('organisation.revokedOn', { day: formats.day(revoked.on) }),
      },
      {
        id: 'revoke',
        header: t('organisation.revoke'),
        cell: ({ delegationId, office, revoked }) =>
          revoked === null && (mayRevoke || office === user.office) ? (
            <Button
              color="danger"
              outline
              size="xs"
              type="button"
              aria-label={t('organisation.revokeOf', { office: nameOf(office) })}
              onClick={() => setRevoking({ delegationId, office })}
            >
              {t('organisation.revoke')}
            </Button>
          ) : null,
      },
    ],
    [t, formats, nameOf, mayRevoke, user.office],
  );
  return (
    <section>
      <h2>{t('organisation.delegations')}</h2>
      <Table
        caption={t('organisation.delegations')}
        captionHidden
        columns={columns}
        rows={delegations}
        keyOf={({ delegationId }) => delegationId}
        none={t('organisation.noDelegations')}
      />
      {revoking !== null && (
        <RevokeDialog
          delegationId={revoking.delegationId}
          title={t('organisation.revokeOf', { office: nameOf(revoking.office) })}
          onClose={() => setRevoking(null)}
        />
      )}
    </section>
  );
}
