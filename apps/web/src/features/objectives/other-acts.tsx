import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../../client/queries.js';
import { toShareAct, type ShareAct } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { Answered } from '../../ui/answered.js';
import { nameOfAct } from './act-name.js';
import { commandOf, type Share } from './offers.js';
import { WhyBarred, type Told } from './why-barred.js';

/** What is done more seldom, and what is for others with the rule that says so. Who may is asked when somebody looks. */
export function OtherActs({ objectiveId, share, acts }: OtherActsProps) {
  const { t } = useTranslation();
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
            const rows = acts.flatMap((act) => {
              const told = commands.find(({ route }) => route === commandOf[act]);
              return told === undefined ? [] : [{ act, told }];
            });
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
                  {others.map(({ act, told }) => (
                    <li key={act}>
                      <BarredAct act={act} share={share} told={told} />
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

/** Stays where the keyboard finds it: pressed, it says why it does nothing. */
function BarredAct({ act, share, told }: BarredActProps) {
  const { t } = useTranslation();
  const why = useId();
  return (
    <>
      <button
        type="button"
        className="btn btn-xs btn-outline-secondary barred"
        aria-disabled="true"
        aria-describedby={why}
        onClick={() => announce(told.refusal?.detail ?? t('share.cannot'))}
      >
        {nameOfAct(act, share, t)}
      </button>
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

interface BarredActProps {
  readonly act: ShareAct;
  readonly share: Share;
  readonly told: Told;
}
