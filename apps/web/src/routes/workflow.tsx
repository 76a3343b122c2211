import { approvalSubjects, subjectNames } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { query } from '../client/queries.js';
import { ChainDrawing } from '../features/workflow/chain-drawing.js';
import { LifecycleDrawing } from '../features/workflow/lifecycle-drawing.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';

/** How the body does things, as it is in force; `?objective=…&share=…` marks where a report stands. */
export function WorkflowScreen() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const [search] = useSearchParams();
  const objectiveId = search.get('objective');
  const versions = useQuery(query('workflows', {}));
  const inForce = versions.data?.workflows.find((version) => version.inForce);
  const params = { workflowId: inForce?.id ?? 'none', version: inForce?.version ?? 1 };
  const shown = useQuery({ ...query('workflow', { params }), enabled: inForce !== undefined });
  const objective = useQuery({
    ...query('objective', { params: { objectiveId: objectiveId ?? '' } }),
    enabled: objectiveId !== null,
  });
  const report = objective.data?.shares.find(({ shareId }) => shareId === search.get('share'))?.rendicontazione;
  const current = report?.status === 'open' ? (report.chain.steps[report.stepIndex]?.id ?? null) : null;
  return (
    <Page title={t('workflow.title')} lead={t('workflow.lead')}>
      <Answered asked={shown}>
        {({ definition, mermaid }) => (
          <>
            <p>{t('workflow.version', { name: definition.name[language], version: String(definition.version) })}</p>
            {approvalSubjects.map((subject) => {
              const chain = definition.chains[subject];
              return chain === undefined ? null : (
                <section className="panel" key={subject}>
                  <h2>{subjectNames[subject][language]}</h2>
                  <ChainDrawing chain={chain} current={subject === 'rendicontazione' ? current : null} />
                </section>
              );
            })}
            <section className="panel">
              <h2>{t('workflow.lifecycle')}</h2>
              <LifecycleDrawing objective={definition.objective} />
            </section>
            <details>
              <summary>{t('workflow.mermaid')}</summary>
              <pre tabIndex={0} aria-label={t('workflow.mermaid')}>
                {[mermaid.lifecycle, ...Object.values(mermaid.chains)].join('\n')}
              </pre>
            </details>
          </>
        )}
      </Answered>
    </Page>
  );
}
