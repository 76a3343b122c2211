import { useState } from 'react';
import { ask, type Answer } from '../api.js';
import { Notice } from '../notice.js';
import { useAnswer } from '../use-answer.js';
import { day, decimal } from '../words.js';

/** The plan's tables as published, the last column as of any date. */
export function PlanTable({ token, moment }: { readonly token: string; readonly moment: number }) {
  const [on, setOn] = useState('');
  const { answer, problem } = useAnswer(`table ${moment} ${on}`, async () => {
    const { plans } = await ask('plans', 'GET', '/api/v1/plans', { token });
    const latest = plans.at(-1);
    if (latest === undefined) return null;
    const asked = on === '' ? '' : `?on=${on}`;
    return ask('planTable', 'GET', `/api/v1/plans/${latest.planId}/table${asked}`, { token });
  });
  return (
    <>
      <h1>Tabella del piano</h1>
      <label className="inline">
        Che cosa era accaduto entro il
        <input type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      </label>
      <Notice problem={problem} />
      {answer === null ? (
        <p>Nessun piano.</p>
      ) : (
        answer.missions.flatMap((mission) =>
          mission.strategicObjectives
            .filter(({ rows }) => rows.length > 0)
            .map((strategic) => (
              <section key={`${mission.number}.${strategic.number}`}>
                <h2>
                  Missione {mission.number}: {mission.title}
                </h2>
                <Rows title={`${strategic.number}. ${strategic.title}`} rows={strategic.rows} on={answer.realisedOn} />
              </section>
            )),
        )
      )}
    </>
  );
}

type Row = Answer<'planTable'>['missions'][number]['strategicObjectives'][number]['rows'][number];

function Rows({ title, rows, on }: { readonly title: string; readonly rows: readonly Row[]; readonly on: string }) {
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Obiettivo operativo</th>
            <th scope="col">Area</th>
            <th scope="col">Performance attesa</th>
            <th scope="col">Peso</th>
            <th scope="col">Performance realizzata al {day(on)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.shareId}>
              <th scope="row">
                {row.number}. <a href={`#/objectives/${row.objectiveId}`}>{row.title}</a>
              </th>
              <td data-name="Area">
                {row.area}
                {row.unit !== null && <span className="quiet"> {row.unit}</span>}
              </td>
              <td data-name="Performance attesa">
                {row.expected.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </td>
              <td className="number" data-name="Peso">
                {row.weight === null ? <span className="quiet">{row.funding}</span> : decimal(row.weight)}
              </td>
              <td data-name={`Performance realizzata al ${day(on)}`}>{row.realised}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
