import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { LintShown } from '../plans/lint.js';
import { SendBar } from '../../ui/send-bar.js';
import { Redrafting, redraftIn } from './redrafting.js';
import { MissingOffices } from './missing-offices.js';
import { READ_WITHIN_MS, type Document, type Reading } from './read-document.js';
import type { UsedChoice } from './use-choice.js';
import { WeightBars } from './weight-bars.js';

/** The weights against the ceilings, and the draft. */
export function WeightsStep({ document, reading, choice, toStep, onDrafted }: WeightsStepProps) {
  const { t } = useTranslation();
  const act = useAct('draftPlan', {
    withinMs: READ_WITHIN_MS,
    onDone: (answer) => {
      if (!('planId' in answer)) return;
      choice.clear();
      onDrafted(answer.planId);
    },
  });
  const { problems, questions, areas, lint } = reading;
  const ready = problems.length === 0 && questions.length === 0;
  const redraft = redraftIn(reading);
  const label = t(redraft === null ? 'reading.draft' : 'reading.redraft');
  return (
    <>
      <section className="panel">
        <h2>{t('reading.weights')}</h2>
        <WeightBars areas={areas} />
      </section>
      <MissingOffices areas={areas} />
      {lint !== null && <LintShown lint={lint} />}
      <section className="panel">
        <h2>{label}</h2>
        {ready ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void act.send({ query: {}, body: { document: { ...document }, answers: choice.answers } });
            }}
          >
            {redraft === null ? <p>{t('reading.draftText')}</p> : <Redrafting {...redraft} />}
            <SendBar label={label} act={act} />
          </form>
        ) : (
          <>
            <p>{t('reading.notYet')}:</p>
            <ul>
              {problems.length > 0 && (
                <li>
                  <Link to={toStep('reading')}>{t('reading.notYetProblems')}</Link> ({problems.length})
                </li>
              )}
              {questions.length > 0 && (
                <li>
                  <Link to={toStep('questions')}>{t('reading.notYetQuestions')}</Link> ({questions.length})
                </li>
              )}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

interface WeightsStepProps {
  readonly document: Document;
  readonly reading: Reading;
  readonly choice: UsedChoice;
  readonly toStep: (step: 'reading' | 'questions') => string;
  readonly onDrafted: (planId: string) => void;
}
