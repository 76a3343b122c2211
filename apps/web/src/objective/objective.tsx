import { ask, type Answer } from '../api.js';
import { Notice } from '../notice.js';
import { useAnswer } from '../use-answer.js';
import { day, decimal, instant } from '../words.js';

type Shown = Answer<'objective'>;

/** One objective: its shares, what they are measured by, and everything that happened to it. */
export function Objective({
  token,
  id,
  moment,
}: {
  readonly token: string;
  readonly id: string;
  readonly moment: number;
}) {
  const { answer, problem } = useAnswer(`objective ${id} ${moment}`, () =>
    ask('objective', 'GET', `/api/v1/objectives/${encodeURIComponent(id)}`, { token }),
  );
  if (answer === null) return <Notice problem={problem} />;
  return (
    <>
      <Notice problem={problem} />
      <h1>
        {answer.title} <span className="quiet">{answer.objectiveId}</span>
      </h1>
      <h2>Performance attesa</h2>
      <ul className="list">
        {answer.indicators.map(({ id: indicator, text }) => (
          <li key={indicator}>{text}</li>
        ))}
      </ul>
      <Shares shares={answer.shares} />
      <h2>Storia</h2>
      <ol className="list">
        {answer.history.map((entry) => (
          <li key={entry.id}>
            {instant(entry.recordedAt)} <strong>{entry.type}</strong>{' '}
            <span className="quiet">{entry.actor.office}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

function Shares({ shares }: { readonly shares: Shown['shares'] }) {
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>Quote</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Peso</th>
            <th scope="col">Avanzamento</th>
            <th scope="col">Scadenze</th>
            <th scope="col">Approvazione</th>
            <th scope="col">Grado</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share.shareId}>
              <th scope="row">
                {share.areaId} <span className="quiet">{share.unit}</span>
              </th>
              <td data-name="Peso">{share.weight === null ? share.funding : decimal(share.weight)}</td>
              <td data-name="Avanzamento">{share.progress === null ? '–' : `${decimal(share.progress)} %`}</td>
              <td data-name="Scadenze">{dueWords(share.due)}</td>
              <td data-name="Approvazione">
                {share.awaiting === null ? '–' : `${share.awaiting.name.it}: ${share.awaiting.office ?? 'nessuno'}`}
              </td>
              <td data-name="Grado">{share.degree === null ? '–' : `${decimal(share.degree)} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many were met and missed, and the next one. */
function dueWords(due: Shown['shares'][number]['due']): string {
  const count = (...among: readonly string[]) => due.filter(({ status }) => among.includes(status)).length;
  const next = due.filter(({ status }) => status === 'open').toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const owed = due.length - count('void');
  const words = [`${count('met', 'late')} di ${owed} adempiute`];
  if (count('missed') > 0) words.push(`${count('missed')} mancate`);
  if (next !== undefined) words.push(`prossima ${day(next.dueOn)}`);
  return words.join(', ');
}
