import { outcomeNames, romeDayOf } from '#domain';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { LateTag } from '../events/late-tag.js';
import { useOfficeNames } from '../offices/offices.js';
import type { StepStanding, Vote } from './step-standing.js';
import { usePersonNames } from './use-person-names.js';

/** Who spoke at a step, on which day, also where that was told later; and that silence passed it, and whose. */
export function VotesShown({ votes, silence, notHeard }: Pick<StepStanding, 'votes' | 'silence' | 'notHeard'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  if (votes.length === 0 && silence === null) return null;
  return (
    <div>
      {votes.length > 0 && (
        <>
          <p className="quiet">{t('approval.agreed')}</p>
          <ul>
            {votes.map((vote) => (
              <OneVote key={`${vote.person} ${vote.office}`} vote={vote} notHeard={notHeard} />
            ))}
          </ul>
        </>
      )}
      {silence !== null && (
        <p>
          {t('approval.silence', { day: formats.dayOfInstant(silence.at) })}{' '}
          {silence.offices.length > 0 && t('approval.silent', { offices: silence.offices.map(nameOf).join(', ') })}
        </p>
      )}
    </div>
  );
}

function OneVote({
  vote: { person, office, outcome, note, act, called, on, at, reason = '' },
  notHeard,
}: {
  readonly vote: Vote;
} & Pick<StepStanding, 'notHeard'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  return (
    <li>
      {[...new Set([personName(person), nameOf(office)])].join(', ')}: {outcomeNames[outcome][formats.language]},{' '}
      {formats.dayOfInstant(at)}
      {act !== null && `, ${actWords(act)}`}
      {called !== undefined &&
        notHeard.length > 0 &&
        ` · ${t(`approval.called.${called}`, { offices: notHeard.map(nameOf).join(', ') })}`}
      {note !== '' && ` · ${note}`}
      {reason !== '' && ` · ${t('event.reason', { text: reason })}`}{' '}
      {on !== undefined && <LateTag fact={{ late: on < romeDayOf(at), occurredOn: on }} />}
    </li>
  );
}
