import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { actWords } from '../features/events/event-words.js';
import { numberOf } from '../features/objectives/number-of.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { AnsweringOffice } from '../features/premiums/answering-office.js';
import { AdjustedFigures, adjustedShare } from '../features/premiums/adjusted-figures.js';
import { AdjustedParts } from '../features/premiums/adjusted-parts.js';
import { AwaitedParts } from '../features/premiums/awaited-parts.js';
import { ChangedDegrees } from '../features/premiums/changed-degrees.js';
import { LiquidationForm } from '../features/premiums/liquidation-form.js';
import { PaidObjective } from '../features/premiums/paid-objective.js';
import { ProposalForm } from '../features/premiums/proposal-form.js';
import { RecomputationForm } from '../features/premiums/recomputation-form.js';
import { SettlementForm } from '../features/premiums/settlement-form.js';
import type { Run } from '../features/premiums/run.js';
import { SharedBefore } from '../features/premiums/shared-before.js';
import { WhyAnew } from '../features/premiums/why-anew.js';
import { WithdrawalForm } from '../features/premiums/withdrawal-form.js';
import { useMay } from '../features/session/session.js';
import { toApproval, toPremiumRun, toShareAct } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Figure, Figures } from '../ui/figures.js';
import { Page } from '../ui/page.js';
import { Table, type Column } from '../ui/table.js';
import { Tag } from '../ui/tag.js';
import { useFormats } from '../words/use-formats.js';

/** One run: how the fund is shared out, entry by entry, and its liquidation. */
export function PremiumRunScreen() {
  const { t } = useTranslation();
  const { runId = '' } = useParams();
  const may = useMay();
  const formats = useFormats();
  const asked = useQuery(query('premiumRun', { params: { runId } }));
  return (
    <Page
      title={asked.data?.name ?? t('premium.title')}
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
              {run.adjusts !== null ? (
                <AdjustedFigures total={run.total} adjusts={run.adjusts} />
              ) : (
                <>
                  <Figure name={t('premium.fund')} value={formats.money(run.fund)} />
                  <Figure
                    name={t(run.status === 'liquidated' ? 'premium.paid' : 'premium.total')}
                    value={formats.money(run.total)}
                    tone="primary"
                  />
                  <Figure name={t('premium.savings')} value={formats.money(run.savings)} tone="good" />
                </>
              )}
              {Number(run.reserve) > 0 && <Figure name={t('premium.reserve')} value={formats.money(run.reserve)} />}
              {run.reserveLeft !== null && (
                <Figure name={t('premium.reserveLeft')} value={formats.money(run.reserveLeft)} />
              )}
            </Figures>
            {Number(run.fund) === 0 && run.adjusts === null && run.settles === null && (
              <p className="notice notice-waiting">{t('premium.paysNothing')}</p>
            )}
            {run.act !== null && (
              <p>
                {t(run.status === 'withdrawn' ? 'premium.annulledBy' : 'premium.act')}:{' '}
                <strong>{actWords(run.act)}</strong>
              </p>
            )}
            {run.approvalId !== null && run.status !== 'computed' && (
              <p>
                <Link to={toApproval(run.approvalId)}>{t('premium.toApproval')}</Link>
              </p>
            )}
            <Documents run={run} />
            {run.settles !== null && (
              <p>
                <Link to={toPremiumRun(run.settles)}>{t('premium.settles')}</Link>
              </p>
            )}
            {run.adjusts !== null && (
              <p>
                <Link to={toPremiumRun(run.adjusts.runId)}>{t('premium.adjusts')}</Link>
              </p>
            )}
            <Entries run={run} />
            {run.adjusts !== null && <AdjustedParts adjusts={run.adjusts} />}
            <AwaitedParts run={run} />
            {run.reserveLeft !== null && <p>{t('premium.reserveLeftLead')}</p>}
            <SharedBefore run={run} />
            <ChangedDegrees run={run} />
            <WhyAnew run={run} />
            <NextAct run={run} may={may} />
            {isWithdrawable(run) && may('premium.propose') && <WithdrawalForm run={run} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** What came back, or was withdrawn, is computed anew; what was liquidated stays. */
function isWithdrawable({ status }: Run) {
  return status === 'computed' || status === 'proposed' || status === 'authorised';
}

/** What whoever runs premiums does next, as far as the run has come; a withdrawal has a form of its own. */
function NextAct({ run, may }: { readonly run: Run; readonly may: ReturnType<typeof useMay> }) {
  switch (run.nextAct) {
    case 'compute':
      if (!may('premium.compute')) return null;
      if (run.adjusts !== null) return <ToAdjustment run={run} />;
      return run.settles === null ? <RecomputationForm run={run} /> : <SettlementForm run={run} />;
    case 'settle':
      return may('premium.compute') && <SettlementForm run={run} />;
    case 'propose':
      return may('premium.propose') && <ProposalForm run={run} />;
    case 'liquidate':
      return may('premium.liquidate') && <LiquidationForm run={run} />;
    default:
      return null;
  }
}

/** What adjusts a payment is computed anew where the share is. */
function ToAdjustment({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return (
    <p>
      <Link to={toShareAct('adjustment', adjustedShare(run))}>{t('premium.recompute')}</Link>
    </p>
  );
}

function Documents({ run: { documents, demanded } }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  if (documents.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('premium.documents')}</h2>
      <dl className="facts">
        {documents.map(({ document, act }) => (
          <div key={document}>
            <dt>{demanded.find(({ id }) => id === document)?.name[language] ?? document}</dt>
            <dd>{actWords(act)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

type Detail = Answer<'premiumRun'>;
type Entry = Detail['entries'][number];

function Entries({ run }: { readonly run: Detail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const entries = useMemo(() => run.entries.toSorted((a, b) => byNumber(a.shareId, b.shareId)), [run.entries]);
  const columns = useMemo<readonly Column<Entry>[]>(
    () => [
      {
        id: 'objective',
        header: t('premium.objective'),
        heading: true,
        sortBy: ({ objectiveId }) => numberOf(objectiveId),
        cell: ({ objectiveId }) => <PaidObjective planId={run.planId} objectiveId={objectiveId} />,
      },
      {
        id: 'area',
        header: t('premium.area'),
        sortBy: ({ areaId }) => nameOf(areaId),
        cell: (entry) => <AnsweringOffice entry={entry} />,
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
    ],
    [t, formats, nameOf, run.planId],
  );
  return (
    <>
      <Table caption={t('premium.entries')} columns={columns} rows={entries} keyOf={({ shareId }) => shareId} />
      {run.adjusts === null && (
        <p>
          {t(Number(run.reserve) > 0 ? 'premium.sumsWithReserve' : 'premium.sums', {
            total: formats.money(run.total),
            savings: formats.money(run.savings),
            reserve: formats.money(run.reserve),
            fund: formats.money(run.fund),
          })}
        </p>
      )}
    </>
  );
}
