import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { query } from '../client/queries.js';
import { RequestForm } from '../features/variations/request-form.js';
import { toObjective, toVariation } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';

/** Asks for a variation of one objective. */
export function NewVariationScreen() {
  const { t } = useTranslation();
  const { objectiveId = '' } = useParams();
  const navigate = useNavigate();
  const asked = useQuery(query('objective', { params: { objectiveId } }));
  return (
    <Page
      title={t('variation.askTitle')}
      overline={asked.data?.title}
      lead={t('variation.askLead')}
      trail={[{ to: toObjective(objectiveId), label: asked.data?.title ?? t('objective.one') }]}
    >
      <Answered asked={asked}>
        {(objective) => (
          <RequestForm
            objective={objective}
            onDone={(variationId) => {
              announce(t('variation.asked'));
              void navigate(toVariation(variationId));
            }}
          />
        )}
      </Answered>
    </Page>
  );
}
