import { subjectNames } from '#domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toApproval, toEvaluation, toObjective } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';

/** The reminders that the office got, the latest first. */
export function Reminders({ reminders }: { readonly reminders: Answer<'inbox'>['reminders'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="panel">
      <h2>{t('inbox.reminders')}</h2>
      {reminders.length === 0 && <p className="quiet">{t('inbox.noReminders')}</p>}
      <ul className="plain-list">
        {reminders.map(({ reminderId, day, items, approvals }) => (
          <li key={reminderId}>
            <details>
              <summary>
                {t('inbox.remindersOf', { day: formats.longDay(day) })}{' '}
                <span className="count">{items.length + approvals.length}</span>
              </summary>
              <ul>
                {items.map((item) => (
                  <li key={`${item.shareId} ${item.deadlineId} ${item.instance} ${item.step}`}>
                    <Link to={toObjective(item.objectiveId)}>
                      {t('inbox.reminderItem', { title: item.title, day: formats.day(item.dueOn) })}
                    </Link>
                    {item.text !== '' && <span className="quiet"> · {item.text}</span>}
                  </li>
                ))}
                {approvals.map(({ approvalId, since, rung, subject, title, streamId, step, until, says }) => (
                  <li key={`${approvalId} ${since} ${rung}`}>
                    <Link to={subject === 'evaluation' ? toEvaluation(streamId) : toApproval(approvalId)}>
                      {t(until === undefined ? 'inbox.reminderApproval' : 'inbox.reminderIntegration', {
                        what: subjectNames[subject][formats.language],
                        title: title ?? streamId,
                        step: step[formats.language],
                        day: until === undefined ? '' : formats.day(until),
                      })}
                    </Link>
                    {says === 'silence-withheld' && <span className="quiet"> · {t('inbox.reminderWithheld')}</span>}
                    {subject === 'justification' && (
                      <span className="quiet">
                        {' · '}
                        {t('inbox.reminderDeadline', {
                          day: formats.day(approvalId.slice(approvalId.lastIndexOf('~') + 1)),
                        })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
