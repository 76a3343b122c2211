import { ask, type Answer } from '../api.js';
import { Notice } from '../notice.js';
import { useAnswer } from '../use-answer.js';
import { day, decimal } from '../words.js';
import { Bar } from './bar.js';

type Shown = Answer<'dashboard'>;

/** How far the plan is, by area and by mission; what is late, what awaits approval, what comes. */
export function Dashboard({ token, moment }: { readonly token: string; readonly moment: number }) {
  const { answer, problem } = useAnswer(`dashboard ${moment}`, () =>
    ask('dashboard', 'GET', '/api/v1/dashboard', { token }),
  );
  if (answer === null) return <Notice problem={problem} />;
  return (
    <>
      <Notice problem={problem} />
      <h1>
        {answer.plan.title} <span className="quiet">{answer.plan.body}</span>
      </h1>
      <dl className="figures">
        <Figure name="Obiettivi" value={String(answer.objectives)} />
        <Figure name="Quote" value={String(answer.shares)} />
        <Figure name="Avanzamento" value={answer.progress === null ? '–' : `${decimal(answer.progress)} %`} />
        <Figure name="In ritardo" value={String(answer.overdue.length)} />
        <Figure name="In approvazione" value={String(answer.awaitingApproval.length)} />
      </dl>
      <Areas areas={answer.areas} />
      <Missions missions={answer.missions} />
      <Due caption="In ritardo e non giustificate" items={answer.overdue} none="Nessuna scadenza è in ritardo." />
      <Awaiting items={answer.awaitingApproval} />
      <Due caption="Scadono entro 30 giorni" items={answer.upcoming} none="Nessuna scadenza nei prossimi 30 giorni." />
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Areas({ areas }: { readonly areas: Shown['areas'] }) {
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>Aree</caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col">Peso</th>
            <th scope="col">Massimo</th>
            <th scope="col">Avanzamento</th>
            <th scope="col">In ritardo</th>
            <th scope="col">In approvazione</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.areaId}>
              <th scope="row">{area.name}</th>
              <td className="number" data-name="Peso">
                {decimal(area.weight)}
              </td>
              <td className="number" data-name="Massimo">
                {decimal(area.ceiling)}
              </td>
              <td data-name="Avanzamento">
                <Bar percent={area.progress} />
              </td>
              <td className="number" data-name="In ritardo">
                {area.overdue}
              </td>
              <td className="number" data-name="In approvazione">
                {area.awaitingApproval}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Missions({ missions }: { readonly missions: Shown['missions'] }) {
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>Missioni con obiettivi</caption>
        <thead>
          <tr>
            <th scope="col">Missione</th>
            <th scope="col">Obiettivi</th>
            <th scope="col">Peso</th>
            <th scope="col">Avanzamento</th>
          </tr>
        </thead>
        <tbody>
          {missions
            .filter(({ objectives }) => objectives > 0)
            .map((mission) => (
              <tr key={mission.number}>
                <th scope="row">
                  {mission.number}. {mission.title}
                </th>
                <td className="number" data-name="Obiettivi">
                  {mission.objectives}
                </td>
                <td className="number" data-name="Peso">
                  {decimal(mission.weight)}
                </td>
                <td data-name="Avanzamento">
                  <Bar percent={mission.progress} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Due({
  caption,
  items,
  none,
}: {
  readonly caption: string;
  readonly items: Shown['overdue'];
  readonly none: string;
}) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Scade il</th>
            <th scope="col">Obiettivo</th>
            <th scope="col">Ufficio</th>
            <th scope="col">Che cosa</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.shareId} ${item.deadlineId} ${item.instance}`}>
              <td className="number" data-name="Scade il">
                {day(item.dueOn)}
              </td>
              <th scope="row">
                <a href={`#/objectives/${item.objectiveId}`}>{item.title}</a>
              </th>
              <td data-name="Ufficio">{item.office ?? '–'}</td>
              <td data-name="Che cosa">{item.text === '' ? 'Termine del piano' : item.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Awaiting({ items }: { readonly items: Shown['awaitingApproval'] }) {
  if (items.length === 0) return <p>Nessuna rendicontazione attende un’approvazione.</p>;
  return (
    <div className="scroll">
      <table className="stacking">
        <caption>Rendicontazioni in attesa</caption>
        <thead>
          <tr>
            <th scope="col">Obiettivo</th>
            <th scope="col">Area</th>
            <th scope="col">Passo</th>
            <th scope="col">Tocca a</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.shareId}>
              <th scope="row">
                <a href={`#/objectives/${item.objectiveId}`}>{item.title}</a>
              </th>
              <td data-name="Area">{item.areaId}</td>
              <td data-name="Passo">{item.name.it}</td>
              <td data-name="Tocca a">{item.office ?? 'nessuno'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
