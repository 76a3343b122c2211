import { positionInWords } from '#contract';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Check } from '../../ui/field.js';
import { Table, type Column } from '../../ui/table.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMay } from '../session/session.js';
import { AnnulDialog } from './annul-dialog.js';
import { LeaveDialog } from './leave-dialog.js';

type Tenure = Answer<'organisation'>['tenures'][number];

/** What a simulated clock shows before anybody sets it: accounts that are older have no day. */
const UNSET = '1970-01-01';

/** Who holds which office; with what was and will be where that is asked for. */
export function Tenures({ tenures }: { readonly tenures: readonly Tenure[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const mayEnd = useMay()('organisation.change');
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<Tenure | null>(null);
  const [annulling, setAnnulling] = useState<Tenure | null>(null);
  const columns = useMemo<readonly Column<Tenure>[]>(
    () => [
      { id: 'office', header: t('people.office'), heading: true, cell: ({ office }) => nameOf(office) },
      { id: 'person', header: t('organisation.person'), cell: personOf },
      {
        id: 'roles',
        header: t('organisation.qualities'),
        cell: ({ roles }) => roles.map((role) => positionInWords(role, formats.language)).join(', '),
      },
      {
        id: 'from',
        header: t('organisation.from'),
        cell: ({ from, late }) =>
          from === null || from === UNSET ? '–' : `${formats.day(from)}${late ? ` (${t('organisation.late')})` : ''}`,
      },
      { id: 'to', header: t('organisation.to'), cell: ({ to }) => (to === null ? '–' : formats.day(to)) },
      {
        id: 'act',
        header: t('organisation.act'),
        cell: ({ act, tenureId }) =>
          act === null ? t(tenureId === null ? 'organisation.byAccount' : 'organisation.noAct') : actWords(act),
      },
      ...(mayEnd
        ? [
            {
              id: 'leave',
              header: t('organisation.leave'),
              cell: (tenure: Tenure) => {
                if (tenure.tenureId === null) return '–';
                const whose = { office: nameOf(tenure.office), person: personOf(tenure) };
                return (
                  <div className="d-flex flex-wrap gap-2">
                    {tenure.to === null && (
                      <button
                        type="button"
                        className="btn btn-outline-primary btn-xs"
                        aria-label={t('organisation.leaveOf', whose)}
                        onClick={() => setLeaving(tenure)}
                      >
                        {t('organisation.leave')}
                      </button>
                    )}
                    <button
                      type="button"
                      className="btn btn-outline-danger btn-xs"
                      aria-label={t('organisation.annulOf', whose)}
                      onClick={() => setAnnulling(tenure)}
                    >
                      {t('organisation.annul')}
                    </button>
                  </div>
                );
              },
            },
          ]
        : []),
    ],
    [t, formats, nameOf, mayEnd],
  );
  const shown = all ? tenures : tenures.filter(({ now }) => now);
  return (
    <section>
      <h2>{t('organisation.tenures')}</h2>
      <Check label={t('organisation.withPast')} checked={all} onChange={({ target }) => setAll(target.checked)} />
      <Table
        caption={t('organisation.tenures')}
        captionHidden
        columns={columns}
        rows={shown}
        keyOf={({ tenureId, person, from }) => tenureId ?? `${person}/${from}`}
        none={t('organisation.noTenures')}
      />
      {leaving !== null && <LeaveDialog tenure={leaving} onClose={() => setLeaving(null)} />}
      {annulling !== null && <AnnulDialog tenure={annulling} onClose={() => setAnnulling(null)} />}
    </section>
  );
}

function personOf({ name, user, person }: Tenure): string {
  return name ?? user ?? person;
}
