import { approvalSubjects, subjectNames } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { ChainDrawn } from '../features/workflow/chain-drawn.js';
import { EvaluationTerms } from '../features/workflow/evaluation-terms.js';
import { LifecycleDrawn } from '../features/workflow/lifecycle-drawn.js';
import { VersionWarnings } from '../features/workflow/version-warnings.js';
import { warnedAt } from '../features/workflow/warned-at.js';
import { useWhere, type Where } from '../features/workflow/use-where.js';
import { toApproval, toObjective } from '../places.js';
import { Answered } from '../ui/answered.js';
import { CopyButton } from '../ui/copy-button.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';
import '../styles/flow.css';

/** How the body does things, drawn; `?approval=…` or `?objective=…&share=…` marks where that stands, in its own version. */
export function WorkflowScreen() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const where = useWhere(search);
  const versions = useQuery(query('workflows', {}));
  const inForce = versions.data?.workflows.find((version) => version.inForce);
  const version = where?.workflow ?? inForce;
  const params = { workflowId: version?.id ?? 'none', version: version?.version ?? 1 };
  const shown = useQuery({ ...query('workflow', { params }), enabled: version !== undefined });
  const [approval, objective] = [search.get('approval'), search.get('objective')];
  const back = approval !== null ? toApproval(approval) : objective !== null ? toObjective(objective) : null;
  return (
    <Page
      title={t('workflow.title')}
      lead={t('workflow.lead')}
      {...(back !== null && where !== null && { trail: [{ to: back, label: where.title }] })}
    >
      {back !== null && where !== null && <p>{t('workflow.standsAt', { title: where.title })}</p>}
      <Answered asked={shown}>{(workflow) => <Drawn workflow={workflow} where={where} />}</Answered>
    </Page>
  );
}

function Drawn({ workflow, where }: { readonly workflow: Answer<'workflow'>; readonly where: Where | null }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { definition, mermaid, inForce, warnings } = workflow;
  const here = where?.approval ?? null;
  const subjects = approvalSubjects.toSorted(
    (one, other) => Number(other === here?.subject) - Number(one === here?.subject),
  );
  const warnedOf = useMemo(() => {
    const found = where === null ? warnings.flatMap((warning) => warnedAt(warning, definition.chains) ?? []) : [];
    return Object.fromEntries(
      subjects.map((subject) => [subject, found.filter((at) => at.subject === subject).map(({ step }) => step.id)]),
    );
  }, [warnings, definition, where]);
  const named = { name: definition.name[language], version: String(definition.version) };
  const text = [mermaid.lifecycle, ...Object.values(mermaid.chains), mermaid.evaluations ?? ''].join('\n');
  return (
    <>
      <p>{t(inForce ? 'workflow.version' : 'workflow.ofVersion', named)}</p>
      {where === null && <VersionWarnings warnings={warnings} definition={definition} />}
      {where?.state != null && <Lifecycle definition={definition} where={where} />}
      <div className="halves">
        {subjects.map((subject) => {
          const chain = definition.chains[subject];
          return chain === undefined ? null : (
            <section className="panel" key={subject}>
              <h2>{subjectNames[subject][language]}</h2>
              <ChainDrawn
                subject={subject}
                chain={chain}
                offices={definition.offices}
                {...(warnedOf[subject] && { warned: warnedOf[subject] })}
                {...(here?.subject === subject && { here: here.step, passed: here.passed })}
              />
            </section>
          );
        })}
      </div>
      {where?.state == null && <Lifecycle definition={definition} where={where} />}
      {definition.evaluations !== undefined && <EvaluationTerms terms={definition.evaluations} />}
      <details className="panel">
        <summary>{t('workflow.mermaid')}</summary>
        <CopyButton text={text} label={t('workflow.copy')} copied={t('workflow.copied')} />
        <pre tabIndex={0} aria-label={t('workflow.mermaid')}>
          {text}
        </pre>
      </details>
    </>
  );
}

function Lifecycle({ definition, where }: LifecycleProps) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('workflow.lifecycle')}</h2>
      <LifecycleDrawn objective={definition.objective} here={where?.state ?? null} />
    </section>
  );
}

interface LifecycleProps extends Pick<Answer<'workflow'>, 'definition'> {
  readonly where: Where | null;
}
