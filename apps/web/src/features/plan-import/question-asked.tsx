import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/tag.js';
import { OptionEffects } from './option-effects.js';
import type { QuestionProps } from './question-props.js';

/** One question with its options; what each does to the weights is read when it is asked for. */
export function QuestionAsked({ document, question, areas, answers, onAnswer }: QuestionAskedProps) {
  const { t } = useTranslation();
  const name = useId();
  const [open, setOpen] = useState(false);
  const { id, place, options, proposed } = question;
  const answer = answers[id];
  return (
    <fieldset className={`question choices ${answer === undefined ? 'open' : ''}`}>
      <legend>
        <span className="quiet question-place">{place}</span> {question.question}
      </legend>
      {options.map((option) => (
        <label key={option.id} className="choice">
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={answer === option.id}
            onChange={() => onAnswer(option.id)}
          />
          <span>
            {option.label} {option.id === proposed && <Tag tone="primary">{t('reading.proposed')}</Tag>}
          </span>
        </label>
      ))}
      {answer !== undefined && (
        <button type="button" className="link-button" onClick={() => onAnswer(null)}>
          {t('reading.unanswer')}
        </button>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('reading.effect')}</summary>
        {open && <OptionEffects document={document} question={question} areas={areas} answers={answers} />}
      </details>
    </fieldset>
  );
}

interface QuestionAskedProps extends QuestionProps {
  /** Null: the answer is taken back. */
  readonly onAnswer: (option: string | null) => void;
}
