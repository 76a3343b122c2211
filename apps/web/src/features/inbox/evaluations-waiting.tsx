import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../client/ask.js';
import { toEvaluation } from '../../places.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { InboxList } from './inbox-list.js';

/** Evaluations of persons in which it is the reader's turn, or right. */
export function EvaluationsWaiting({ evaluations }: { readonly evaluations: Answer<'inbox'>['evaluations'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const personName = usePersonNames();
  return (
    <InboxList name={t('inbox.evaluations')} count={evaluations.length}>
      {evaluations.map(({ evaluationId, planId, person, awaits }) => (
        <li key={evaluationId}>
          <p className="inbox-words">
            {personName(person)}, {planId}:{' '}
            {awaits
              .flatMap(({ action, until }) =>
                action === 'withdraw' // it waits for nobody
                  ? []
                  : t(`inbox.evaluation.${action === 'judge' && until !== null ? 'judge-again' : action}`, {
                      day: until === null ? '' : formats.longDay(until),
                    }),
              )
              .join('; ')}
          </p>
          <Link to={toEvaluation(evaluationId)} className="btn btn-primary btn-xs">
            {t('app.open')}
          </Link>
        </li>
      ))}
    </InboxList>
  );
}
