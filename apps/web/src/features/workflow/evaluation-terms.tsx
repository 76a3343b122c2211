import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useOfficeNames } from '../offices/offices.js';

type Terms = NonNullable<Answer<'workflow'>['definition']['evaluations']>;

/** By whom and by which terms persons are evaluated. */
export function EvaluationTerms({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const named = (all: Terms['evaluators']) => (all ?? []).map(({ office }) => nameOf(office)).join(', ') || '–';
  const { results, hearingBelow, observations, conciliation } = terms;
  const facts = [
    [t('evaluation.evaluator'), named(terms.evaluators)],
    [t('evaluation.conciliator'), named(terms.conciliators)],
    [t('workflow.conductors'), named(terms.conductors)],
    [t('workflow.weights'), t('workflow.weightsAre', { results: String(results), rest: String(100 - results) })],
    [t('workflow.hearingBelow'), String(hearingBelow)],
    [t('evaluation.observations'), t('workflow.term', { count: observations.workingDays })],
    [t('workflow.toAppeal'), t('workflow.term', { count: conciliation.workingDays })],
  ] as const;
  return (
    <section className="panel">
      <h2>{t('workflow.evaluations')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
