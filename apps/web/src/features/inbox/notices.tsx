import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toEvaluation, toObjective, toVariation } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { actWords } from '../events/event-words.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';
import { proposedAnew } from './proposed-anew.js';

type Notice = Answer<'inbox'>['notices'][number];
type Changed = Extract<Notice['about'], { kind: 'plan-changed' }>;
type Rested = Extract<Notice['about'], { kind: 'suspension-over' }>;
type Taken = Extract<Notice['about'], { kind: 'days-taken' }>;
type Otherwise = Extract<Notice['about'], { kind: 'proposal-told-otherwise' }>;
type Difference = Changed['differences'][number];

/** What was decided that changes what the office answers for, the latest first. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const anew = proposedAnew(notices);
  if (notices.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('notice.title')}</h2>
      <ul className="plain-list">
        {notices.map(({ noticeId, day, about }) => (
          <li key={noticeId}>
            {about.kind === 'evaluation' ? (
              <Link to={toEvaluation(about.evaluationId)}>
                {formats.longDay(day)}:{' '}
                {anew.has(noticeId) ? t('notice.proposedAnew', { plan: about.planId }) : titleOf(about)}
              </Link>
            ) : (
              <details>
                <summary>
                  {formats.longDay(day)}: {titleOf(about)}
                </summary>
                {about.kind === 'plan-changed' && <PlanChanged about={about} />}
                {about.kind === 'suspension-over' && <SuspensionOver about={about} />}
                {about.kind === 'days-taken' && <DaysTaken about={about} />}
                {about.kind === 'proposal-told-otherwise' && <ToldOtherwise about={about} />}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

  function titleOf(about: Notice['about']): string {
    switch (about.kind) {
      case 'plan-changed':
        return t('notice.planChanged', { plan: about.planId });
      case 'evaluation': {
        const day = about.until === null ? '' : formats.longDay(about.until);
        return t(`notice.evaluation.${about.what}`, { plan: about.planId, day });
      }
      case 'proposal-told-otherwise':
        return t(about.another ? 'notice.numberTaken' : 'notice.proposalChanged', {
          number: numberOf(about.objectiveId),
        });
      case 'days-taken':
        return t('notice.daysTaken', { number: numberOf(about.objectiveId) });
      case 'suspension-over':
        return t('notice.suspensionOver', { number: numberOf(about.objectiveId) });
    }
  }
}

function PlanChanged({ about: { planId, variationId, act, differences } }: { readonly about: Changed }) {
  const { t } = useTranslation();
  const changeIn = useChangeWords();
  const objectives = [...new Map(differences.map((one) => [one.objectiveId, one.title]))];
  return (
    <>
      <p>
        {act !== null && t('event.byAct', { act: actWords(act) })}{' '}
        {variationId !== null && (
          <Link to={toVariation(variationId)}>{t('notice.ofVariation', { id: variationId })}</Link>
        )}
      </p>
      <ul>
        {objectives.map(([objectiveId, title]) => (
          <li key={objectiveId}>
            <Link to={toObjective(`${planId}-${objectiveId}`)}>
              {objectiveId} {title}
            </Link>
            <ul>
              {differences
                .filter((one) => one.objectiveId === objectiveId)
                .map((one) => (
                  <li key={`${one.shareId} ${one.what} ${one.name}`}>{changeIn(one)}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function SuspensionOver({ about }: { readonly about: Rested }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { objectiveId, title, on, days, someOtherwise, unratified } = about;
  return (
    <>
      <OfObjective objectiveId={objectiveId} title={title} />
      <p>
        {t('notice.goesOn', { day: formats.longDay(on) })} {unratified && t('notice.unratified')}{' '}
        {t('notice.movedBy', { count: days })} {someOtherwise && t('notice.someOtherwise')}
      </p>
    </>
  );
}

function DaysTaken({ about: { objectiveId, title, taken, act, reason } }: { readonly about: Taken }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const to = useOfficeNames()(taken.to);
  const [from, until] = [formats.longDay(taken.from), formats.longDay(taken.until)];
  return (
    <>
      <OfObjective objectiveId={objectiveId} title={title} />
      <p>
        {t('notice.daysTakenText', { count: taken.days, from, until, to })}{' '}
        {act !== null && t('event.byAct', { act: actWords(act) })}
      </p>
      {reason !== null && <p>{reason}</p>}
    </>
  );
}

function ToldOtherwise({ about }: { readonly about: Otherwise }) {
  const { t } = useTranslation();
  const { objectiveId, title, planned, differs, another } = about;
  const parts = differs.map((part) => t(`notice.part.${part}`)).join(', ');
  return (
    <>
      <p>
        <Link to={toObjective(objectiveId)}>
          {numberOf(objectiveId)} {planned}
        </Link>
      </p>
      <p>
        {another ? t('notice.numberTakenText', { title, planned }) : t('notice.proposalChangedText', { title, parts })}
      </p>
    </>
  );
}

/** `Scadenza (Relazione finale): da 31 luglio 2022 a 30 settembre 2022`. */
function useChangeWords(): (difference: Difference) => string {
  const { t } = useTranslation();
  const formats = useFormats();
  return ({ what, name, before, after }) => {
    const shown = (value: string | null) => {
      if (value === null) return t('notice.noValue');
      if (what === 'deadline') return formats.longDay(value);
      return what === 'indicator' || what === 'target' ? value : formats.decimal(value);
    };
    const named = name === '' ? t(`notice.changed.${what}`) : `${t(`notice.changed.${what}`)} (${name})`;
    return `${named}: ${t('notice.fromTo', { before: shown(before), after: shown(after) })}`;
  };
}

function OfObjective({ objectiveId, title }: { readonly objectiveId: string; readonly title: string }) {
  return (
    <p>
      <Link to={toObjective(objectiveId)}>
        {numberOf(objectiveId)} {title}
      </Link>
    </p>
  );
}
