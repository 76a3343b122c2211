import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announcer.js';
import { asked, proposals } from './asked.js';
import { QuestionAsked } from './question-asked.js';
import type { Document, Reading } from './read-document.js';
import type { UsedChoice } from './use-choice.js';
import { WeightBars } from './weight-bars.js';

/** What only a person can settle, with the weights beside it as they are with the answers given. */
export function QuestionsStep({ document, reading, choice, rereading }: QuestionsStepProps) {
  const { t } = useTranslation();
  const { answers } = choice;
  const questions = asked(reading.questions, choice.answered);
  const open = reading.questions.length;
  const acceptable = proposals(reading.questions);
  if (questions.length === 0) return <p className="notice notice-good">{t('reading.noQuestions')}</p>;
  return (
    <div className="columns">
      <section className="panel">
        <h2>{t('reading.questions')}</h2>
        <p>{t('reading.questionsText')}</p>
        <div className="send-buttons">
          <p role="status" className="open-questions">
            {open === 0 ? t('reading.allAnswered') : t('reading.open', { count: open })}
          </p>
          {acceptable.length > 0 && (
            <button
              type="button"
              className="btn btn-outline-primary btn-xs"
              onClick={() => {
                choice.answer(acceptable);
                announce(t('reading.accepted'));
              }}
            >
              {t('reading.accept')}
            </button>
          )}
        </div>
        {questions.map((question) => (
          <QuestionAsked
            key={question.id}
            document={document}
            question={question}
            areas={reading.areas}
            answers={answers}
            onAnswer={(option) => choice.answer([{ question, option }])}
          />
        ))}
      </section>
      <section className="panel sticky">
        <h2>{t('reading.weightsNow')}</h2>
        <p role="status" className="quiet">
          {rereading ? t('reading.reweighing') : ''}
        </p>
        <WeightBars areas={reading.areas} />
      </section>
    </div>
  );
}

interface QuestionsStepProps {
  readonly document: Document;
  readonly reading: Reading;
  readonly choice: UsedChoice;
  readonly rereading: boolean;
}
