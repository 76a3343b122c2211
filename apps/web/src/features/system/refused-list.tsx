import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toObjective } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import type { SystemStatus } from './concerns.js';
import { SettleForm } from './settle-form.js';

/** What should have followed and was refused: why, since when, what to do, and who has seen to it. */
export function RefusedList({ refused }: { readonly refused: SystemStatus['refused'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const personName = usePersonNames();
  return (
    <ul className="plain-list">
      {refused.map(({ causeId, from, stream, says, toDo, at, settled }) => (
        <li key={`${causeId} ${stream}`}>
          <p>
            {t('system.refusedSince', { when: formats.instant(at) })} <Stream name={from} /> → <Stream name={stream} />:{' '}
            {says}
          </p>
          {settled === null ? (
            <>
              <p className="advice">{toDo}</p>
              <SettleForm cause={causeId} stream={stream} />
            </>
          ) : (
            <p className="quiet">
              {t('system.settled', {
                who: personName(settled.person),
                when: formats.instant(settled.at),
                note: settled.note,
              })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `objective-demo_2022-1.1.1` leads to its objective. */
function Stream({ name }: { readonly name: string }) {
  const id = name.slice(name.indexOf('_') + 1);
  const shown = <span className="mono">{name}</span>;
  return name.startsWith('objective-') ? <Link to={toObjective(id)}>{shown}</Link> : shown;
}
