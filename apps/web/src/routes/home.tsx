import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fetched } from '../client/fetched.js';
import { query } from '../client/queries.js';
import { grouped } from '../features/inbox/act-of.js';
import { EvaluationsWaiting } from '../features/inbox/evaluations-waiting.js';
import { InboxGroup } from '../features/inbox/inbox-group.js';
import { otherApprovals, otherReturned } from '../features/inbox/other-approvals.js';
import { OwnShares } from '../features/inbox/own-shares.js';
import { PremiumRunsWaiting } from '../features/inbox/premium-runs-waiting.js';
import { Reminders } from '../features/inbox/reminders.js';
import { WaitingElsewhere } from '../features/inbox/waiting-elsewhere.js';
import { useOfficeNames } from '../features/offices/offices.js';
import { PlansWaiting, usePlansWaiting } from '../features/plans/plans-waiting.js';
import { useMe } from '../features/session/session.js';
import { Answered } from '../ui/answered.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';
import { needOfficeWords } from '../words/words.js';

// what few inboxes have comes when one has it, with its words
const ApprovalsWaiting = lazy(async () => {
  const [one] = await Promise.all([fetched(() => import('../features/inbox/approvals-waiting.js')), needOfficeWords()]);
  return { default: one.ApprovalsWaiting };
});
const ReturnedWaiting = lazy(async () => {
  const [one] = await Promise.all([fetched(() => import('../features/inbox/returned-waiting.js')), needOfficeWords()]);
  return { default: one.ReturnedWaiting };
});
const Notices = lazy(async () => {
  const [one] = await Promise.all([fetched(() => import('../features/inbox/notices.js')), needOfficeWords()]);
  return { default: one.Notices };
});

/** What waits for whoever signed in, each thing one press from its act. */
export function HomeScreen() {
  const { t } = useTranslation();
  const { user, offices } = useMe();
  const nameOf = useOfficeNames();
  const inbox = useQuery(query('inbox', {}));
  const plans = usePlansWaiting();
  const approvals = inbox.data === undefined ? [] : otherApprovals(inbox.data);
  const back = inbox.data === undefined ? [] : otherReturned(inbox.data);
  // a plan on its way through its steps stands among the approvals
  const bare = plans.filter(
    ({ planId }) => !approvals.some(({ kind, streamId }) => kind === 'plan' && streamId === planId),
  );
  const { items: own = [], evaluations: persons = [], premiumRuns: runs = [] } = inbox.data ?? {};
  const waiting = own.length + persons.length + runs.length + bare.length + approvals.length + back.length;
  const holdsNone = offices.length === 0;
  return (
    <Page
      title={t('inbox.title')}
      // of several offices, the one as which they act
      overline={(offices.length > 1 ? null : user.name) ?? nameOf(user.office)}
      lead={holdsNone ? undefined : inbox.data && t('inbox.lead', { count: waiting })}
    >
      <Answered asked={inbox}>
        {({ items, evaluations, premiumRuns, returned, notices, reminders, vacancies, elsewhere }) => (
          <div className="columns">
            <div>
              {waiting === 0 && (
                <Callout color={holdsNone ? 'note' : 'success'}>
                  <CalloutTitle tag="h2">{t(holdsNone ? 'inbox.noOffice' : 'inbox.nothing')}</CalloutTitle>
                  <CalloutText>{t(holdsNone ? 'inbox.noOfficeText' : 'inbox.nothingText')}</CalloutText>
                </Callout>
              )}
              {vacancies.length > 0 && (
                <p className="notice notice-waiting">
                  <Icon name="it-warning-circle" />
                  <span>{t('inbox.vacancies', { count: vacancies.length })}</span>
                  <Link to="/organisation">{t('inbox.seeVacancies')}</Link>
                </p>
              )}
              <WaitingElsewhere elsewhere={elsewhere} />
              <PlansWaiting plans={bare} />
              <Suspense>{approvals.length > 0 && <ApprovalsWaiting approvals={approvals} />}</Suspense>
              <Suspense>{back.length > 0 && <ReturnedWaiting returned={back} />}</Suspense>
              {evaluations.length > 0 && <EvaluationsWaiting evaluations={evaluations} />}
              {premiumRuns.length > 0 && <PremiumRunsWaiting premiumRuns={premiumRuns} returned={returned} />}
              {grouped(items).map((group) => (
                <InboxGroup key={group.action} {...group} />
              ))}
            </div>
            <div>
              <OwnShares />
              <Suspense>{notices.length > 0 && <Notices notices={notices} />}</Suspense>
              <Reminders reminders={reminders} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
