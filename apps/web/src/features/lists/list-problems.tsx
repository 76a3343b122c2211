import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';

/** What is wrong with a list, line by line. */
export function ListProblems({ problems }: { readonly problems: readonly ListProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Callout color="danger" className="problems" role="alert">
      <CalloutTitle tag="h2">{t('list.problems', { count: problems.length })}</CalloutTitle>
      <CalloutText>{t('list.problemsText')}</CalloutText>
      <ul className="plain-list problem-list">
        {problems.map(({ line, place, code, message }) => (
          <li key={`${line} ${code} ${message}`}>
            <strong>{place}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

/** What was not read of a list or may be meant otherwise, and hinders nothing. */
export function ListWarnings({ warnings }: { readonly warnings: readonly ListProblem[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Callout color="warning" className="problems">
      <CalloutTitle tag="h2">{t('list.warnings')}</CalloutTitle>
      <ul className="plain-list problem-list">
        {warnings.map(({ place, message }) => (
          <li key={message}>
            <strong>{place}</strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

interface ListProblem {
  readonly line: number;
  readonly place: string;
  readonly code: string;
  readonly message: string;
}
