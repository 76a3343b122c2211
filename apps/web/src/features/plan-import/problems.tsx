import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../ui/icon.js';
import type { Problem } from './read-document.js';

/** What keeps the document from being a plan, each with its place and what to do. */
export function Problems({ problems, toWholeness, onShow, onAnother }: ProblemsProps) {
  const { t } = useTranslation();
  if (problems.length === 0) {
    return (
      <p className="notice notice-good">
        <Icon name="it-check-circle" /> {t('reading.noProblems')}
      </p>
    );
  }
  return (
    <Callout color="danger" className="problems">
      <CalloutTitle tag="h2">{t('reading.problems', { count: problems.length })}</CalloutTitle>
      <CalloutText>{t('reading.problemsText')}</CalloutText>
      <ul className="plain-list problem-list">
        {problems.map(({ line, place, code, message }) => (
          <li key={`${line} ${code} ${message}`}>
            <button
              type="button"
              className="link-button"
              aria-label={t('reading.showAt', { place })}
              onClick={() => onShow(line)}
            >
              {place}
            </button>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {toWholeness !== null && (
        <p>
          <Link to={toWholeness}>{t('reading.perhapsWhole')}</Link>
        </p>
      )}
      <button type="button" className="btn btn-primary" onClick={onAnother}>
        {t('reading.uploadCorrected')}
      </button>
    </Callout>
  );
}

interface ProblemsProps {
  readonly problems: readonly Problem[];
  /** Where a person says whether the document is whole; null: that is not asked. */
  readonly toWholeness: string | null;
  readonly onShow: (line: number) => void;
  readonly onAnother: () => void;
}
