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
type Ending = Omit<Parameters<typeof RevokeDialog>[0], 'onClose'>;

/** Who acts for whom and until when; who gave a delegation revokes it at once, whoever received it gives it up. */
export function Delegations({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const may = useMay();
  const { user } = useMe();
  const [ending, setEnding] = useState<Ending | null>(null);
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
      {
        id: 'kind',
        header: t('organisation.kind'),
        cell: ({ kind, takenUp }) =>
          [t(`organisation.kinds.${kind}`), ...(takenUp ? [] : [t('organisation.notTakenUp')])].join(', '),
      },
      { id: 'from', header: t('organisation.from'), cell: ({ from }) => formats.day(from) },
      {
        id: 'until',
        header: t('organisation.to'),
        cell: ({ until, revoked }) =>
          revoked === null ? formats.day(until) : t('organisation.revokedOn', { day: formats.day(revoked.on) }),
      },
      {
        id: 'end',
        header: t('organisation.end'),
        cell: ({ delegationId, office, person, revoked }) => {
          const word = person === user.id ? 'giveUp' : 'revoke';
          if (revoked !== null || !(word === 'giveUp' || mayRevoke || office === user.office)) return null;
          const title = t(`organisation.${word}Of`, { office: nameOf(office) });
          return (
            <Button
              color="danger"
              outline
              size="xs"
              type="button"
              aria-label={title}
              onClick={() => setEnding({ delegationId, title, label: t(`organisation.${word}`) })}
            >
              {t(`organisation.${word}`)}
            </Button>
          );
        },
      },
    ],
    [t, formats, nameOf, mayRevoke, user.office, user.id],
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
      {ending !== null && <RevokeDialog {...ending} onClose={() => setEnding(null)} />}
    </section>
  );
}
