import { Button } from 'design-react-kit';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { Refusal } from '../../ui/refusal.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay, useMe } from '../session/session.js';

type Delegation = Answer<'organisation'>['delegations'][number];

/** Who acts for whom and until when; a delegation is revoked at once. */
export function Delegations({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const may = useMay();
  const { user } = useMe();
  const act = useAct('revokeDelegation');
  const mayRevoke = may('organisation.change');
  const columns = useMemo<readonly Column<Delegation>[]>(
    () => [
      { id: 'office', header: t('people.office'), heading: true, cell: ({ office }) => nameOf(office) },
      { id: 'person', header: t('organisation.standIn'), cell: ({ name, user: own, person }) => name ?? own ?? person },
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
              onClick={() =>
                void act.send({ params: { delegationId }, body: { reason: t('organisation.revokedHere') } })
              }
            >
              {t('organisation.revoke')}
            </Button>
          ) : null,
      },
    ],
    [t, formats, nameOf, act, mayRevoke, user.office],
  );
  return (
    <section>
      <h2>{t('organisation.delegations')}</h2>
      <Refusal error={act.error} />
      <Table
        caption={t('organisation.delegations')}
        captionHidden
        columns={columns}
        rows={delegations}
        keyOf={({ delegationId }) => delegationId}
        none={t('organisation.noDelegations')}
      />
    </section>
  );
}
