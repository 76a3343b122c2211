import { useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import { ImportLink } from '../features/plans/import-link.js';
import { PlanFacts } from '../features/plans/plan-facts.js';
import { PlanStatusTag } from '../features/plans/status-tag.js';
import { toPlan, toPlanTable } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';

/** The plans of the body, the latest first. */
export function PlansScreen() {
  const { t } = useTranslation();
  const asked = useQuery(query('plans', {}));
  return (
    <Page title={t('plan.plans')} aside={<ImportLink />}>
      <p>
        <Link to="/acts">{t('plan.acts')}</Link>
      </p>
      <Answered asked={asked}>
        {({ plans }) =>
          plans.length === 0 ? (
            <Callout>
              <CalloutTitle tag="h2">{t('plan.none')}</CalloutTitle>
              <CalloutText>{t('plan.noneText')}</CalloutText>
            </Callout>
          ) : (
            plans.toReversed().map((plan) => (
              <section key={plan.planId} className="panel">
                <div className="share-head">
                  <h2>{plan.title}</h2>
                  <PlanStatusTag status={plan.status} />
                </div>
                <PlanFacts plan={plan} />
                <p className="send-buttons">
                  <Link to={toPlanTable(plan.planId)} className="btn btn-primary btn-xs">
                    {t('plan.openTable')}
                  </Link>
                  <Link to={toPlan(plan.planId)} className="btn btn-outline-primary btn-xs">
                    {t('plan.open')}
                  </Link>
                </p>
              </section>
            ))
          )
        }
      </Answered>
    </Page>
  );
}
