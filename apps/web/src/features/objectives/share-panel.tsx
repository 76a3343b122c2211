import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { toShareAct, toWorkflow } from '../../places.js';
import { Progress } from '../../ui/progress.js';
import { useFormats } from '../../words/use-formats.js';
import { EvidenceList } from '../documents/evidence-list.js';
import { useOfficeNames } from '../offices/offices.js';
import { useMe } from '../session/session.js';
import { nameOfAct } from './act-name.js';
import { ApprovalChain } from './approval-chain.js';
import { Deadlines } from './deadlines.js';
import { Indicators } from './indicators.js';
import { Holders } from './holders.js';
import { Moves } from './moves.js';
import { actsOn, isAsked, offersOn, type Objective, type Share } from './offers.js';
import { OtherActs } from './other-acts.js';
import { ProgressReports } from './progress-reports.js';
import { StatusTag } from './status-tag.js';
import { StillDue } from './still-due.js';
import { useAllowed } from './why-barred.js';
import { WithoutDay } from './without-day.js';

/** The part of an objective for which one area answers: how it stands, and what can be done now. */
export function SharePanel({ objective, share }: { readonly objective: Objective; readonly share: Share }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const me = useMe();
  const closed = objective.status === 'closed';
  const known = offersOn(share, me, closed);
  const toAsk = known.filter((act) => isAsked(act, share));
  const allowed = useAllowed(toAsk, objective.objectiveId, share);
  const offers = known.filter((act) => !toAsk.includes(act) || allowed.includes(act));
  const others = actsOn(share, closed).filter((act) => !offers.includes(act));
  const answers = offers.includes('progress');
  const report = share.rendicontazione;
  return (
    <section className="panel share" aria-label={t('share.of', { area: nameOf(share.areaId) })}>
      <div className="share-head">
        <h2>
          {nameOf(share.areaId)} {share.unit !== null && <span className="quiet">{share.unit}</span>}
        </h2>
        <StatusTag status={share.status} reopened={share.reopened} />
      </div>
      <Moves share={share} />
      <Facts share={share} />
      {offers.length > 0 && (
        <p className="send-buttons">
          {offers.map((act, index) => (
            <Link
              key={act}
              to={toShareAct(act, { objectiveId: objective.objectiveId, shareId: share.shareId })}
              className={`btn btn-xs ${index === 0 ? 'btn-primary' : 'btn-outline-primary'}`}
            >
              {nameOfAct(act, share, t)}
            </Link>
          ))}
        </p>
      )}
      <OtherActs objectiveId={objective.objectiveId} share={share} acts={others} />
      <div className="halves">
        <div>
          <h3>{t('share.indicators')}</h3>
          <Indicators objective={objective} share={share} />
          <ProgressReports objective={objective} share={share} mayRectify={answers && report?.status !== 'approved'} />
        </div>
        <div>
          <h3>{t('share.chain')}</h3>
          <ApprovalChain share={share} />
          <p>
            <Link to={toWorkflow({ objective: objective.objectiveId, share: share.shareId })}>
              {t('share.seeWorkflow')}
            </Link>
          </p>
          {report !== null && (
            <section>
              <h3>
                {t('share.rendicontazione')}{' '}
                <span className="quiet">{t('share.submission', { count: report.submission })}</span>
              </h3>
              <StillDue due={report.stillDue} when="after" />
              {report.note !== '' && <p>{report.note}</p>}
              <EvidenceList evidence={report.evidence} />
            </section>
          )}
        </div>
      </div>
      <Deadlines share={share} closed={closed} />
      <WithoutDay objective={objective} share={share} closed={closed} />
    </section>
  );
}

function Facts({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  return (
    <dl className="facts">
      <div>
        <dt>{t('objective.progress')}</dt>
        <dd>
          <Progress percent={share.progress} />
        </dd>
      </div>
      <div>
        <dt>{t('share.office')}</dt>
        <dd>{share.office === null ? t('share.notAssigned') : nameOf(share.office)}</dd>
      </div>
      <Holders share={share} />
      <div>
        <dt>{share.weight === null ? t('share.funding') : t('share.weight')}</dt>
        <dd>{share.weight === null ? (share.funding ?? '–') : formats.decimal(share.weight)}</dd>
      </div>
      {share.selfDegree !== null && (
        <div>
          <dt>{t('share.selfDegree')}</dt>
          <dd>{formats.percent(share.selfDegree)}</dd>
        </div>
      )}
      {share.degree !== null && (
        <div>
          <dt>{t('share.degree')}</dt>
          <dd>
            {formats.percent(share.degree)}
            {share.degreeReason !== null && share.degreeReason !== '' && (
              <span className="quiet"> {share.degreeReason}</span>
            )}
          </dd>
        </div>
      )}
      {share.premium !== null && (
        <div>
          <dt>{t('share.premium')}</dt>
          <dd>{formats.money(share.premium)}</dd>
        </div>
      )}
    </dl>
  );
}
