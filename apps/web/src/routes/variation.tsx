import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../client/ask.js';
import { query } from '../client/queries.js';
import { actWords } from '../features/events/event-words.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { useMay } from '../features/session/session.js';
import { VariationStatusTag } from '../features/variations/status-tag.js';
import { StepForm } from '../features/variations/step-form.js';
import { toObjective } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { useFormats } from '../words/use-formats.js';

type Variation = Answer<'variation'>;

/** One variation: what changes and why, its steps, and the one that waits. */
export function VariationScreen() {
  const { t } = useTranslation();
  const { variationId = '' } = useParams();
  const may = useMay();
  const asked = useQuery(query('variation', { params: { variationId } }));
  return (
    <Page
      title={`${t('variation.one')} ${variationId}`}
      trail={[{ to: '/variations', label: t('variation.title') }]}
      aside={asked.data && <VariationStatusTag status={asked.data.status} />}
    >
      <Answered asked={asked}>
        {(variation) => (
          <>
            <Asked variation={variation} />
            <Steps variation={variation} />
            {variation.step !== null && may('variation.decide') && (
              <StepForm key={variation.step.id} variationId={variationId} step={variation.step} onDone={announce} />
            )}
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
  const { planId, changes, reason, office, requestedAt, act, notAppliedBecause, points } = variation;
  return (
    <section className="panel">
      <h2>{t('variation.changes')}</h2>
      <ul>
        {changes.map(({ objectiveId, says }) => (
          <li key={`${objectiveId} ${says}`}>
            {objectiveId !== null && <Link to={toObjective(`${planId}-${objectiveId}`)}>{objectiveId}</Link>} {says}
          </li>
        ))}
      </ul>
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
      {notAppliedBecause !== null && <p role="alert">{t('variation.notApplied', { code: notAppliedBecause })}</p>}
    </section>
  );
}

function Steps({ variation: { steps } }: { readonly variation: Variation }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  return (
    <section className="panel">
      <h2>{t('variation.steps')}</h2>
      <ol>
        {steps.map(({ id, name, status, offices }) => (
          <li key={id} {...(status === 'awaited' && { 'aria-current': 'step' as const })}>
            {name[formats.language]}: {t(`variation.step.${status}`)} ({offices.map(nameOf).join(', ')})
          </li>
        ))}
      </ol>
    </section>
  );
}
