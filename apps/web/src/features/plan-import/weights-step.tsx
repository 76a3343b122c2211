import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { LintShown } from '../plans/lint.js';
import { Check } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { Warnings } from '../../ui/warnings.js';
import { Redrafting, redraftIn } from './redrafting.js';
import { MissingOffices } from './missing-offices.js';
import { READ_WITHIN_MS, type Document, type Reading } from './read-document.js';
import type { UsedChoice } from './use-choice.js';
import { WeightBars } from './weight-bars.js';

/** The number of a proposal goes to something else: it is sent knowingly, or refused. */
const TO_CONFIRM = 'plan/number-proposed';

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
  const [knowingly, setKnowingly] = useState(false);
  const { problems, questions, areas, lint, warnings = [] } = reading;
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
              const body = { document: { ...document }, answers: choice.answers };
              void act.send({ query: {}, body: knowingly ? { ...body, knowingly } : body });
            }}
          >
            {redraft === null ? <p>{t('reading.draftText')}</p> : <Redrafting {...redraft} />}
            <Warnings warnings={warnings}>
              {warnings.some(({ code }) => code === TO_CONFIRM) && (
                <Check
                  label={t('reading.knowingly')}
                  checked={knowingly}
                  onChange={({ target }) => setKnowingly(target.checked)}
                />
              )}
            </Warnings>
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
