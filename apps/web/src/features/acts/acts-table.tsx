import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toAct, toNewAct } from '../../places.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { useMe } from '../session/session.js';
import { NodeLink } from './node-link.js';

type Row = Answer<'acts'>['acts'][number];

/** Acts with what lacks of each, and where it is cited. */
export function ActsTable({ caption, none, acts }: ActsTableProps) {
  const { t } = useTranslation();
  const { actions } = useMe();
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: 'act',
        header: t('acts.act'),
        heading: true,
        cell: ({ actId, act }) => <Link to={toAct(actId)}>{actWords(act)}</Link>,
      },
      { id: 'about', header: t('acts.about'), cell: ({ title }) => title ?? '–' },
      {
        id: 'state',
        header: t('acts.state'),
        cell: (act) => (
          <div>
            <ActState act={act} />
            <PerhapsMeant act={act} />
            {act.missing === 'act' && actions.includes('act.register') && (
              <p>
                <Link to={toNewAct(act.act)} aria-label={t('acts.registerThis', { act: actWords(act.act) })}>
                  {t('acts.registerIt')}
                </Link>
              </p>
            )}
          </div>
        ),
      },
      { id: 'citedIn', header: t('acts.citedIn'), cell: ({ citedIn }) => <Citations citedIn={citedIn} /> },
    ],
    [t, actions],
  );
  return <Table caption={caption} none={none} columns={columns} rows={acts} keyOf={({ actId }) => actId} />;
}

export function ActState({ act: { missing } }: { readonly act: Pick<Row, 'missing'> }) {
  const { t } = useTranslation();
  return missing === null ? (
    <Tag tone="good">{t('acts.complete')}</Tag>
  ) : (
    <Tag tone="attention">{t(`acts.missing.${missing}`)}</Tag>
  );
}

/** Where a citation and the register say almost the same: which of the two is wrong, people know. */
export function PerhapsMeant({
  act: { perhaps, datedOtherwise },
}: {
  readonly act: Pick<Row, 'perhaps' | 'datedOtherwise'>;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {perhaps.map(({ actId, act }) => (
        <p key={actId}>
          {t('acts.perhaps')} <Link to={toAct(actId)}>{actWords(act)}</Link>
        </p>
      ))}
      {datedOtherwise.length > 0 && (
        <p>{t('acts.datedOtherwise', { days: datedOtherwise.map(formats.longDay).join(', ') })}</p>
      )}
    </>
  );
}

function Citations({ citedIn }: Pick<Row, 'citedIn'>) {
  const { t } = useTranslation();
  const places = new Map(citedIn.map((place) => [`${place.kind} ${place.id} ${place.line ?? ''}`, place]));
  if (places.size === 0) return '–';
  return (
    <ul>
      {[...places].map(([key, { kind, id, line }]) => (
        <li key={key}>
          <NodeLink kind={kind} id={id} />
          {line !== null && `, ${t('acts.line', { line: String(line) })}`}
        </li>
      ))}
    </ul>
  );
}

interface ActsTableProps {
  readonly caption: string;
  readonly none: string;
  readonly acts: readonly Row[];
}
