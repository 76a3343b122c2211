import { ask } from '../api.js';
import { Notice } from '../notice.js';
import { useAnswer } from '../use-answer.js';
import { actions, day } from '../words.js';

/** What waits for the office that is signed in, and the reminders it got. */
export function Inbox({ token, moment }: { readonly token: string; readonly moment: number }) {
  const { answer, problem } = useAnswer(`inbox ${moment}`, () => ask('inbox', 'GET', '/api/v1/inbox', { token }));
  if (answer === null) return <Notice problem={problem} />;
  return (
    <>
      <Notice problem={problem} />
      <h1>Da fare: {answer.office}</h1>
      {answer.items.length === 0 && answer.premiumRuns.length === 0 && <p>Niente attende questo ufficio.</p>}
      <ul className="list">
        {answer.items.map((item) => (
          <li
            key={`${item.action} ${item.shareId} ${item.deadline?.deadlineId ?? ''} ${item.deadline?.instance ?? ''}`}
          >
            <strong>{actions[item.action] ?? item.action}</strong>
            {item.asSubstitute && ' (come sostituto)'}: <a href={`#/objectives/${item.objectiveId}`}>{item.title}</a>
            {item.deadline !== null && <span className="quiet"> scade il {day(item.deadline.dueOn)}</span>}
            {item.approval !== null && <span className="quiet"> passo: {item.approval.name.it}</span>}
          </li>
        ))}
        {answer.premiumRuns.map((run) => (
          <li key={run.runId}>
            <strong>Liquidare i premi</strong>: {run.runId}
          </li>
        ))}
      </ul>
      <h2>Promemoria ricevuti</h2>
      {answer.reminders.length === 0 && <p>Nessun promemoria.</p>}
      <ul className="list">
        {answer.reminders.map(({ reminderId, day: sentOn, items }) => (
          <li key={reminderId}>
            <strong>{day(sentOn)}</strong>
            <ul>
              {items.map((item) => (
                <li key={`${item.shareId} ${item.deadlineId} ${item.instance} ${item.step}`}>
                  {item.title}, scadenza {day(item.dueOn)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
