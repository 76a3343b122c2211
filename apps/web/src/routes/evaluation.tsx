import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { query } from '../client/queries.js';
import { ApprovalHere } from '../features/approvals/approval-here.js';
import type { Evaluation } from '../features/evaluations/evaluation.js';
import { EvaluationActs } from '../features/evaluations/evaluation-acts.js';
import { GroundsShown } from '../features/evaluations/grounds-shown.js';
import { EvaluationStatusTag } from '../features/evaluations/status-tag.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMay } from '../features/session/session.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';
import '../styles/flow.css';

/** The evaluation of one person: how far it is, whose turn it is, and on what it rests. */
export function EvaluationScreen() {
  const { t } = useTranslation();
  const { evaluationId = '' } = useParams();
  const may = useMay();
  const asked = useQuery(query('evaluation', { params: { evaluationId } }));
  const { data } = asked;
  return (
    <Page
      title={data === undefined ? t('evaluation.one') : calledIn(data)(data.person)}
      overline={data && `${t('evaluation.one')} ${data.planId}`}
      trail={[{ to: '/evaluations', label: t('evaluation.title') }]}
      aside={data && <EvaluationStatusTag status={data.status} />}
    >
      <Answered asked={asked}>
        {(evaluation) => (
          <>
            <Standing evaluation={evaluation} />
            <EvaluationActs evaluation={evaluation} />
            {evaluation.status === 'judged' && evaluation.grounds !== null && may('approval.read') && (
              <ApprovalHere approvalId={evaluation.approvalId} title={t('approval.steps')} />
            )}
            {evaluation.grounds !== null && <GroundsShown grounds={evaluation.grounds} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** How those are called whom an evaluation names. */
function calledIn({ called }: Pick<Evaluation, 'called'>) {
  return (person: string) => called[person] ?? person;
}

function Standing({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = calledIn(evaluation);
  const { score, correction, evaluator, offices, observationsUntil, conciliationUntil, hearing, conciliator } =
    evaluation;
  const { terms, grounds } = evaluation;
  const facts: readonly (readonly [string, string] | null | undefined)[] = [
    [t('evaluation.offices'), offices.map(nameOf).join(', ')],
    [t('evaluation.evaluator'), personName(evaluator.person)],
    score && [t('evaluation.results', { weight: String(terms.results) }), formats.decimal(score.results)],
    score && [t('evaluation.behaviours', { weight: String(100 - terms.results) }), formats.decimal(score.behaviours)],
    correction && [t('evaluation.computed'), formats.decimal(correction.computed)],
    score && [t(correction ? 'evaluation.corrected' : 'evaluation.total'), formats.decimal(score.total)],
    observationsUntil === null ? null : [t('evaluation.observationsUntil'), formats.longDay(observationsUntil)],
    hearing && [t('evaluation.hearing'), formats.longDay(hearing.on)],
    conciliationUntil === null ? null : [t('evaluation.conciliationUntil'), formats.longDay(conciliationUntil)],
    conciliator && [t('evaluation.conciliator'), personName(conciliator.person)],
  ];
  // an account that bears the name of its office is told once
  const who = ({ person, office }: { readonly person: string; readonly office: string }) =>
    [...new Set([personName(person), nameOf(office)])].join(', ');
  return (
    <section className="panel">
      <h2>{t('evaluation.standing')}</h2>
      <dl className="facts">
        {facts.map(
          (fact) =>
            fact && (
              <div key={fact[0]}>
                <dt>{fact[0]}</dt>
                <dd>{fact[1]}</dd>
              </div>
            ),
        )}
      </dl>
      {correction?.by && (
        <>
          <p className="mb-2">{t('evaluation.correctedBy', { who: who(correction.by) })}</p>
          <blockquote className="report-note">{correction.reason}</blockquote>
        </>
      )}
      {grounds === null && <p className="quiet">{t('evaluation.conductedOnly')}</p>}
    </section>
  );
}
