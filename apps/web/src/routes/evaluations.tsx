import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import type { Evaluation } from '../features/evaluations/evaluation.js';
import { OpenForm } from '../features/evaluations/open-form.js';
import { EvaluationStatusTag } from '../features/evaluations/status-tag.js';
import { useMay } from '../features/session/session.js';
import { useDefinitionInForce } from '../features/workflow/use-chain-in-force.js';
import { toEvaluation } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { useFormats } from '../words/use-formats.js';

/** The evaluations of persons that one may see, and the way to open one. */
export function EvaluationsScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const may = useMay();
  const asked = useQuery(query('evaluations', { query: {} }));
  const columns = useMemo<readonly Column<Evaluation>[]>(
    () => [
      {
        id: 'person',
        header: t('evaluation.person'),
        heading: true,
        cell: ({ evaluationId, person, called }) => (
          <Link to={toEvaluation(evaluationId)}>{called[person] ?? person}</Link>
        ),
      },
      { id: 'plan', header: t('premium.plan'), sortBy: ({ planId }) => planId, cell: ({ planId }) => planId },
      {
        id: 'evaluator',
        header: t('evaluation.evaluator'),
        cell: ({ evaluator: { person }, called }) => called[person] ?? person,
      },
      {
        id: 'total',
        header: t('evaluation.total'),
        numeric: true,
        sortBy: ({ score }) => Number(score?.total ?? -1),
        cell: ({ score }) => (score === null ? '–' : formats.decimal(score.total)),
      },
      {
        id: 'status',
        header: t('variation.status_'),
        sortBy: ({ status }) => status,
        cell: ({ status }) => <EvaluationStatusTag status={status} />,
      },
    ],
    [t, formats],
  );
  return (
    <Page title={t('evaluation.title')} lead={t('evaluation.lead')}>
      {!may('inbox.read') && (
        <p className="notice">
          <Icon name="it-info-circle" />
          <span>{t('evaluation.withoutOffice')}</span>
        </p>
      )}
      <Answered asked={asked}>
        {({ evaluations }) => (
          <Table
            caption={t('evaluation.title')}
            none={t(may('inbox.read') ? 'evaluation.none' : 'evaluation.noneOfOwn')}
            columns={columns}
            rows={evaluations}
            keyOf={({ evaluationId }) => evaluationId}
          />
        )}
      </Answered>
      {may('evaluation.conduct') && <Opening />}
    </Page>
  );
}

/** Of whoever conducts evaluations, where the body's workflow has any. */
function Opening() {
  const plans = useQuery(query('plans', {}));
  const definition = useDefinitionInForce();
  const evaluators = definition?.evaluations?.evaluators;
  const offices = useMemo(() => evaluators?.map(({ office }) => office) ?? null, [evaluators]);
  if (definition?.evaluations === undefined || plans.data === undefined) return null;
  return <OpenForm plans={plans.data.plans.map(({ planId }) => planId).toReversed()} evaluators={offices} />;
}
