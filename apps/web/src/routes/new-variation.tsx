import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { query } from '../client/queries.js';
import { RequestForm } from '../features/variations/request-form.js';
import { toObjective, toPlan, toVariation } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Page } from '../ui/page.js';
import '../styles/flow.css';

/** Asks for a variation, of one objective to begin with or of a plan. */
export function NewVariationScreen() {
  const { t } = useTranslation();
  const { objectiveId, planId = objectiveId?.slice(0, 4) ?? '' } = useParams();
  const navigate = useNavigate();
  const objective = useQuery({
    ...query('objective', { params: { objectiveId: objectiveId ?? '' } }),
    enabled: objectiveId !== undefined,
  }).data;
  const above =
    objectiveId === undefined
      ? { to: toPlan(planId), label: `${t('plan.title')} ${planId}` }
      : { to: toObjective(objectiveId), label: objective?.title ?? t('objective.one') };
  return (
    <Page title={t('variation.askTitle')} overline={objective?.title} lead={t('variation.askLead')} trail={[above]}>
      <RequestForm
        planId={planId}
        first={
          objectiveId === undefined
            ? { kind: 'add-objective', objective: '' }
            : { kind: 'move-deadline', objective: objectiveId }
        }
        onDone={(variationId) => {
          announce(t('variation.asked'));
          void navigate(toVariation(variationId));
        }}
      />
    </Page>
  );
}
