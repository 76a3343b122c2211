import { actInWords } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { AttachForm } from '../features/acts/attach-form.js';
import { ActState, PerhapsMeant } from '../features/acts/acts-table.js';
import { Contradictions } from '../features/acts/contradictions.js';
import { CorrectionForm } from '../features/acts/correction-form.js';
import { Corrections } from '../features/acts/corrections.js';
import { NodeLink } from '../features/acts/node-link.js';
import { RelationForm } from '../features/acts/relation-form.js';
import { EvidenceList } from '../features/documents/evidence-list.js';
import { actWords } from '../features/events/event-words.js';
import { useMay } from '../features/session/session.js';
import { toNewAct } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { WhyNot } from '../ui/why-not.js';
import { useFormats } from '../words/use-formats.js';

type Graph = Answer<'actGraph'>;
type Edge = Graph['edges'][number];

/** One act: its file, and what it has to do with. */
export function ActScreen() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { actId = '' } = useParams();
  const may = useMay();
  const asked = useQuery(query('act', { params: { actId } }));
  const [corrected, setCorrected] = useState(false);
  const graph = useQuery(query('actGraph', { params: { actId }, query: { depth: 2 } }));
  return (
    <Page
      title={asked.data === undefined ? (actInWords(actId, formats.language) ?? actId) : actWords(asked.data.act)}
      lead={asked.data?.title ?? undefined}
      trail={[{ to: '/acts', label: t('acts.title') }]}
    >
      <Answered asked={asked}>
        {(act) => (
          <>
            <section className="panel">
              <p>
                <ActState act={act} />
              </p>
              <PerhapsMeant act={act} />
              <dl className="facts">
                <div>
                  <dt>{t('acts.organ')}</dt>
                  <dd>{act.organ ?? '–'}</dd>
                </div>
                <div>
                  <dt>{t('acts.effectiveFrom')}</dt>
                  <dd>{effectOf(act, formats.longDay)}</dd>
                </div>
                <div>
                  <dt>{t('acts.file')}</dt>
                  <dd>{act.file === null ? t('acts.noFile') : <EvidenceList evidence={[act.file]} />}</dd>
                </div>
              </dl>
            </section>
            {act.contradictions.length > 0 && (
              <Contradictions contradictions={act.contradictions} takesFocus={corrected} />
            )}
            {act.corrections.length > 0 && <Corrections corrections={act.corrections} />}
            {act.missing === 'act' &&
              (may('act.register') ? (
                <p>
                  <Link to={toNewAct(act.act)} className="btn btn-primary">
                    {t('acts.registerIt')}
                  </Link>
                </p>
              ) : (
                <WhyNot action="act.register" />
              ))}
            {act.missing === 'file' && may('act.register') && <AttachForm actId={actId} />}
            {act.registered && may('act.register') && (
              <details className="panel">
                <summary>{t('acts.relate')}</summary>
                <RelationForm actId={actId} />
              </details>
            )}
            {act.registered && may('act.correct') && (
              <details className="panel">
                <summary>{t('acts.correct')}</summary>
                <CorrectionForm key={act.revision} act={act} onDone={() => setCorrected(true)} />
              </details>
            )}
            {act.registered && !may('act.correct') && <WhyNot action="act.correct" />}
          </>
        )}
      </Answered>
      <p>{t('acts.graphLead')}</p>
      <Answered asked={graph}>{(found) => <GraphTable graph={found} />}</Answered>
    </Page>
  );
}

/** From its own day, unless it says otherwise; of one that is only cited that may not be known. */
function effectOf({ effectiveFrom, act }: Answer<'act'>, inWords: (day: string) => string): string {
  const day = effectiveFrom ?? act.date;
  return day === null ? '–' : inWords(day);
}

/** The graph as rows: read aloud as well as looked at. */
function GraphTable({ graph: { nodes, edges } }: { readonly graph: Graph }) {
  const { t } = useTranslation();
  const columns = useMemo<readonly Column<Edge>[]>(() => {
    const known = new Map(nodes.map((node) => [node.id, node]));
    const node = (id: string) => {
      const { kind = '', ref = id, label = '', act = null } = known.get(id) ?? {};
      return <NodeLink kind={kind} id={ref} label={label} act={act} />;
    };
    return [
      { id: 'from', header: t('acts.from'), heading: true, cell: ({ from }) => node(from) },
      {
        id: 'relation',
        header: t('acts.relation'),
        cell: ({ relation }) => t(`acts.relations.${relation}` as never, { defaultValue: relation }) as string,
      },
      { id: 'to', header: t('acts.to'), cell: ({ to }) => node(to) },
    ];
  }, [t, nodes]);
  return (
    <Table
      caption={t('acts.graph')}
      none={t('acts.noRelation')}
      columns={columns}
      rows={edges}
      keyOf={({ from, relation, to, shareId }) => `${from} ${relation} ${to} ${shareId ?? ''}`}
    />
  );
}
