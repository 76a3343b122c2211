import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { ApprovalHere } from '../features/approvals/approval-here.js';
import { approvalIdOf } from '../features/approvals/approval-of.js';
import { actWords } from '../features/events/event-words.js';
import { numberOf } from '../features/objectives/number-of.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMe } from '../features/session/session.js';
import { VariationStatusTag } from '../features/variations/status-tag.js';
import { ObjectiveAdded, placeOfAdded } from '../features/variations/objective-added.js';
import { RequestForm } from '../features/variations/request-form.js';
import { WithdrawForm } from '../features/variations/withdraw-form.js';
import { toObjective } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { Warned } from '../ui/warned.js';
import { useFormats } from '../words/use-formats.js';
import '../styles/flow.css';

type Variation = Answer<'variation'>;

/** One variation: what changes and why, its steps, and the one that waits. */
export function VariationScreen() {
  const { t } = useTranslation();
  const { variationId = '' } = useParams();
  const { user } = useMe();
  const asked = useQuery(query('variation', { params: { variationId } }));
  return (
    <Page
      title={`${t('variation.one')} ${variationId}`}
      trail={[{ to: '/variations', label: t('variation.title') }]}
      aside={asked.data && <VariationStatusTag status={asked.data.status} />}
    >
      <Warned />
      <Answered asked={asked}>
        {(variation) => (
          <>
            <Asked variation={variation} />
            {variation.added.map((added) => (
              <ObjectiveAdded key={added.objectiveId} added={added} />
            ))}
            <ApprovalHere
              approvalId={approvalIdOf('variation', variationId, 'variation')}
              title={t('variation.steps')}
            />
            {variation.office === user.office && <ByWhoAsked variation={variation} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Asked({ variation }: { readonly variation: Variation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const { changes, reason, office, requestedAt, act, notAppliedSays, notTaken, points, added, missed } = variation;
  return (
    <section className="panel">
      <h2>{t('variation.changes')}</h2>
      <ul>
        {changes.map(({ objectiveId, says }) => (
          <li key={`${objectiveId} ${says}`}>
            {objectiveId !== null && <Concerned objectiveId={objectiveId} added={added} />} {says}
          </li>
        ))}
      </ul>
      {missed.map(({ shareId, says }) => (
        <div key={shareId} className="notice notice-waiting">
          <Icon name="it-warning-circle" />
          <p>{says}</p>
        </div>
      ))}
      <dl className="facts">
        <div>
          <dt>{t('variation.reason')}</dt>
          <dd>{reason}</dd>
        </div>
        <div>
          <dt>{t('variation.office')}</dt>
          <dd>
            {nameOf(office)}, {formats.dayOfInstant(requestedAt)}
          </dd>
        </div>
        {act !== null && (
          <div>
            <dt>{t('variation.act')}</dt>
            <dd>{actWords(act)}</dd>
          </div>
        )}
      </dl>
      {points.length > 0 && (
        <>
          <h3>{t('variation.points_')}</h3>
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </>
      )}
      {notAppliedSays !== null && <p role="alert">{t('variation.notApplied', { why: notAppliedSays })}</p>}
      {notTaken.map(({ objectiveId, says }) => (
        <p role="alert" key={`${objectiveId} ${says}`}>
          {t('variation.notTaken', { objective: numberOf(objectiveId), why: says })}
        </p>
      ))}
    </section>
  );
}

/** By its number, with a link to its page if it has one. */
function Concerned({ objectiveId, added }: { readonly objectiveId: string } & Pick<Variation, 'added'>) {
  const found = added.find((each) => each.objectiveId === objectiveId);
  const place = found === undefined ? toObjective(objectiveId) : placeOfAdded(found);
  return place === null ? numberOf(objectiveId) : <Link to={place}>{numberOf(objectiveId)}</Link>;
}

/** Who asked for it may submit it again once it was returned, or take it back. */
function ByWhoAsked({ variation: { variationId, planId, status, reason, objectives } }: VariationProps) {
  const { t } = useTranslation();
  if (status !== 'open' && status !== 'returned') return null;
  const [first] = objectives;
  return (
    <>
      {status === 'returned' && (
        <section>
          <h2>{t('variation.againTitle')}</h2>
          <p>{t('variation.againLead')}</p>
          <RequestForm
            planId={planId}
            first={{ kind: 'move-deadline', objective: first ?? '' }}
            resubmitted={{ variationId, reason }}
            onDone={() => announce(t('variation.askedAgain'))}
          />
        </section>
      )}
      <WithdrawForm variationId={variationId} />
    </>
  );
}

interface VariationProps {
  readonly variation: Variation;
}
