import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { onThePage } from '../../client/on-the-page.js';
import { query } from '../../client/queries.js';
import { toShareAct, type ShareAct } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { Answered } from '../../ui/answered.js';
import { nameOfAct } from './act-name.js';
import type { Share } from './offers.js';
import { toldOf, WhyBarred, type Told } from './why-barred.js';
import { useMe } from '../session/session.js';

/** What is done more seldom, and what is for others with the rule that says so. Who may is asked when somebody looks. */
export function OtherActs({ objectiveId, share, acts }: OtherActsProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const { shareId } = share;
  const asked = useQuery({
    ...query('objectivePermissions', { params: { objectiveId }, query: { shareId } }),
    enabled: open,
  });
  if (acts.length === 0) return null;
  return (
    <details className="other-acts no-print" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('share.otherActs')}</summary>
      <p className="quiet">{t('share.otherActsLead')}</p>
      {open && (
        <Answered asked={asked}>
          {({ commands }) => {
            const rows = acts.map((act) => ({ act, told: toldOf(act, share, me, commands) }));
            const [mine, others] = [rows.filter(({ told }) => told.may), rows.filter(({ told }) => !told.may)];
            return (
              <>
                {mine.length > 0 && (
                  <p className="send-buttons">
                    {mine.map(({ act }) => (
                      <Link
                        key={act}
                        to={toShareAct(act, { objectiveId, shareId })}
                        className="btn btn-xs btn-outline-primary"
                      >
                        {nameOfAct(act, share, t)}
                      </Link>
                    ))}
                  </p>
                )}
                <ul className="barred-acts">
                  {alike(others).map((same) => (
                    <li key={same[0].act}>
                      <BarredActs same={same} share={share} />
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        </Answered>
      )}
    </details>
  );
}

interface Row {
  readonly act: ShareAct;
  readonly told: Told;
}

type Same = readonly [Row, ...Row[]];

/** Those that the same rule bars stand together: it is said once. */
function alike(rows: readonly Row[]): readonly Same[] {
  const by = new Map<string, Same>();
  for (const row of rows) {
    const { refusal, whoCould } = row.told;
    const why = JSON.stringify([refusal?.detail, whoCould]);
    const before = by.get(why);
    by.set(why, before === undefined ? [row] : [...before, row]);
  }
  return [...by.values()];
}

/** They stay where the keyboard finds them: pressed, each says why it does nothing. */
function BarredActs({ same, share }: { readonly same: Same; readonly share: Share }) {
  const { t } = useTranslation();
  const why = useId();
  const [{ told }] = same;
  return (
    <>
      <span className="barred-buttons">
        {same.map(({ act }) => (
          <button
            key={act}
            type="button"
            className="btn btn-xs btn-outline-secondary barred"
            aria-disabled="true"
            aria-describedby={why}
            onClick={() => announce(told.refusal ? onThePage(told.refusal.detail) : t('share.cannot'))}
          >
            {nameOfAct(act, share, t)}
          </button>
        ))}
      </span>
      <WhyBarred id={why} told={told} />
    </>
  );
}

interface OtherActsProps {
  readonly objectiveId: string;
  readonly share: Share;
  /** Those that the state lets happen and that do not stand beside what is next. */
  readonly acts: readonly ShareAct[];
}
