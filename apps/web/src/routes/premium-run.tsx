import { useQuery } from '@tanstack/react-query';
import { routes } from '#contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { query } from '../client/queries.js';
import { useAct } from '../client/use-act.js';
import { DraftNote } from '../features/drafts/draft-note.js';
import { useKeptForm } from '../features/drafts/use-kept-form.js';
import { actWords } from '../features/events/event-words.js';
import { ActFields, asAct, noAct, type TypedAct } from '../features/objective-acts/act-fields.js';
import { numberOf } from '../features/objectives/number-of.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useScopeWords, type Run } from '../features/premiums/scope-words.js';
import { useMay } from '../features/session/session.js';
import { toObjective } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Figure, Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { SendBar } from '../ui/send-bar.js';
import { Table, type Column } from '../ui/table.js';
import { Tag } from '../ui/tag.js';
import { useFormats } from '../words/use-formats.js';

/** One run: how the fund is shared out, entry by entry, and its liquidation. */
export function PremiumRunScreen() {
  const { t } = useTranslation();
  const { runId = '' } = useParams();
  const may = useMay();
  const formats = useFormats();
  const scopeWords = useScopeWords();
  const asked = useQuery(query('premiumRun', { params: { runId } }));
  return (
    <Page
      title={asked.data ? `${scopeWords(asked.data.scope)} ${asked.data.planId}` : t('premium.title')}
      trail={[{ to: '/premiums', label: t('premium.title') }]}
      aside={
        asked.data && (
          <Tag tone={asked.data.status === 'liquidated' ? 'good' : 'attention'}>
            {t(`premium.status.${asked.data.status}`)}
          </Tag>
        )
      }
    >
      <Answered asked={asked}>
        {(run) => (
          <>
            <Figures>
              <Figure name={t('premium.fund')} value={formats.money(run.fund)} />
              <Figure name={t('premium.total')} value={formats.money(run.total)} tone="primary" />
              <Figure name={t('premium.savings')} value={formats.money(run.savings)} tone="good" />
            </Figures>
            {run.act !== null && (
              <p>
                {t('premium.act')}: <strong>{actWords(run.act)}</strong>
              </p>
            )}
            <Entries run={run} />
            {run.status === 'computed' && may('premium.liquidate') && <Liquidate runId={runId} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

type Entry = Run['entries'][number];

function Entries({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const objectives = useQuery(query('objectives', { query: { planId: run.planId, limit: 500 } }));
  const entries = useMemo(() => run.entries.toSorted((a, b) => byNumber(a.shareId, b.shareId)), [run.entries]);
  const columns = useMemo<readonly Column<Entry>[]>(() => {
    const titles = new Map(objectives.data?.objectives.map(({ objectiveId, title }) => [objectiveId, title]));
    return [
      {
        id: 'objective',
        header: t('premium.objective'),
        heading: true,
        sortBy: ({ objectiveId }) => numberOf(objectiveId),
        cell: ({ objectiveId }) => (
          <Link to={toObjective(objectiveId)}>
            <span className="number">{numberOf(objectiveId)}</span> {titles.get(objectiveId)}
          </Link>
        ),
      },
      {
        id: 'area',
        header: t('premium.area'),
        sortBy: ({ areaId }) => nameOf(areaId),
        cell: ({ areaId }) => nameOf(areaId),
      },
      {
        id: 'weight',
        header: t('premium.weight'),
        numeric: true,
        sortBy: ({ weight }) => Number(weight ?? 0),
        cell: ({ weight }) => formats.decimal(weight),
      },
      {
        id: 'degree',
        header: t('premium.degree'),
        numeric: true,
        sortBy: ({ degree }) => Number(degree ?? 0),
        cell: ({ degree }) => formats.percent(degree),
      },
      {
        id: 'amount',
        header: t('premium.amount'),
        numeric: true,
        sortBy: ({ amount }) => Number(amount),
        cell: ({ amount }) => <strong className="nowrap">{formats.money(amount)}</strong>,
      },
    ];
  }, [t, formats, nameOf, objectives.data]);
  return (
    <>
      <Table caption={t('premium.entries')} columns={columns} rows={entries} keyOf={({ shareId }) => shareId} />
      <p>
        {t('premium.sums', {
          total: formats.money(run.total),
          savings: formats.money(run.savings),
          fund: formats.money(run.fund),
        })}
      </p>
    </>
  );
}

function Liquidate({ runId }: { readonly runId: string }) {
  const { t } = useTranslation();
  const act = useAct('liquidatePremium');
  const form = useKeptForm<{ readonly act: TypedAct }, typeof routes.liquidatePremium.body>(
    `liquidation/${runId}`,
    routes.liquidatePremium.body,
    { act: noAct },
    (typed) => ({ act: asAct(typed.act) }),
  );
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { runId }, body })) === null) return;
    form.sent();
    announce(t('premium.liquidated'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('premium.liquidate')}</h2>
      <p>{t('premium.liquidateLead')}</p>
      <DraftNote form={form} />
      <ActFields register={form.register} missing={form.formState.errors.act !== undefined} />
      <SendBar label={t('premium.liquidate')} act={act} />
    </form>
  );
}
