import { romeDayOf, subjectNames } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { query } from '../client/queries.js';
import { placeOfSubject } from '../features/approvals/approval-of.js';
import { ApprovalSteps, type ApprovalDetail } from '../features/approvals/approval-steps.js';
import { DayCorrection } from '../features/approvals/day-correction.js';
import { IntegrateHere } from '../features/approvals/integrate-here.js';
import { JustificationOf } from '../features/approvals/justification-of.js';
import { lostIn } from '../features/approvals/lost.js';
import { LostShown } from '../features/approvals/lost-shown.js';
import { MigrationForm } from '../features/approvals/migration-form.js';
import { RunOf } from '../features/approvals/run-of.js';
import { ReassignmentForm } from '../features/approvals/reassignment-form.js';
import { ReturnedPoints } from '../features/approvals/returned-points.js';
import { Speaking } from '../features/approvals/speaking.js';
import { ApprovalStatusTag } from '../features/approvals/status-tag.js';
import { useBarredFromMoving } from '../features/approvals/use-barred-from-moving.js';
import { useApprovalTitle } from '../features/approvals/use-approval-title.js';
import { WaitingFacts } from '../features/approvals/waiting-facts.js';
import { WithdrawalShown } from '../features/approvals/withdrawal-shown.js';
import { WorkflowFollowed } from '../features/approvals/workflow-followed.js';
import { LateTag } from '../features/events/late-tag.js';
import { ProposedShown } from '../features/proposals/proposed-shown.js';
import { useProposal } from '../features/proposals/use-proposal.js';
import { WithdrawProposal } from '../features/proposals/withdraw-proposal.js';
import { useMay } from '../features/session/session.js';
import { toWorkflow } from '../places.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Warned } from '../ui/warned.js';
import { WhyNot } from '../ui/why-not.js';
import { useFormats } from '../words/use-formats.js';
import '../styles/flow.css';

/** One approval: its steps, why it does not move, and what who is signed in can do. */
export function ApprovalScreen() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const { approvalId = '' } = useParams();
  const titleOf = useApprovalTitle();
  const asked = useQuery(query('approval', { params: { approvalId } }));
  const approval = asked.data;
  return (
    <Page
      title={approval === undefined ? t('approval.title') : titleOf(approval)}
      overline={approval && subjectNames[approval.subject][language]}
      trail={[{ to: '/approvals', label: t('approval.title') }]}
      aside={approval && <ApprovalStatusTag status={approval.status} isWithdrawn={approval.withdrawal !== null} />}
    >
      <Warned />
      <Answered asked={asked}>
        {(shown) => (
          <>
            <Standing approval={shown} title={titleOf(shown)} />
            <JustificationOf approval={shown} />
            <ProposalOf approval={shown} />
            <RunOf approval={shown} />
            <div className="halves">
              <section className="panel">
                <h2>{t('approval.steps')}</h2>
                <ApprovalSteps approval={shown} />
                <p>
                  <Link to={toWorkflow({ approval: approvalId })}>{t('workflow.seeDrawn')}</Link>
                </p>
              </section>
              <div>
                <Speaking approval={shown} title={titleOf(shown)} />
              </div>
            </div>
            {shown.status === 'open' && <DayCorrection approval={shown} />}
            {shown.status === 'open' && <ByTheSegretario approval={shown} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Standing({ approval, title }: { readonly approval: ApprovalDetail; readonly title: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { waiting, workflow, degree, setOut } = approval;
  const place = placeOfSubject(approval);
  return (
    <section className="panel">
      {waiting !== null && (
        <>
          <h2>{t('approval.now', { step: waiting.name[formats.language] })}</h2>
          <WaitingFacts waiting={waiting} />
        </>
      )}
      <WithdrawalShown withdrawal={approval.withdrawal} />
      <ReturnedPoints approval={approval} />
      <IntegrateHere approval={approval} />
      <dl className="facts">
        {degree !== null && (
          <div>
            <dt>{t('approval.degree')}</dt>
            <dd>{formats.percent(degree)}</dd>
          </div>
        )}
        {workflow !== null && (
          <div>
            <dt>{t('approval.workflow')}</dt>
            <dd>
              <WorkflowFollowed workflow={workflow} />
            </dd>
          </div>
        )}
        {setOut !== null && (
          <div>
            <dt>{t('approval.sentOn')}</dt>
            <dd>
              {formats.dayOfInstant(setOut.at)}{' '}
              {setOut.on !== undefined && (
                <LateTag fact={{ late: setOut.on < romeDayOf(setOut.at), occurredOn: setOut.on }} />
              )}
            </dd>
          </div>
        )}
        {place !== null && (
          <div>
            <dt>{t('approval.about')}</dt>
            <dd>
              <Link to={place}>{title}</Link>
            </dd>
          </div>
        )}
      </dl>
      <LostBefore approval={approval} />
    </section>
  );
}

/** What is proposed, where the approval is of that: it is in no plan yet, and has no other page. */
function ProposalOf({ approval }: { readonly approval: ApprovalDetail }) {
  const proposal = useProposal(approval);
  if (proposal === undefined) return null;
  return (
    <>
      <ProposedShown proposed={proposal.proposed} standing={proposal} />
      <WithdrawProposal objectiveId={proposal.objectiveId} />
    </>
  );
}

/** What the last migration lost, as the history of the objective tells it. */
function LostBefore({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { kind, streamId, subject, shareId, steps } = approval;
  const objective = useQuery({
    ...query('objective', { params: { objectiveId: streamId } }),
    // what is only proposed is no objective yet
    enabled: kind === 'objective' && subject !== 'objective',
  });
  const moves = (objective.data?.history ?? []).filter(
    ({ type, data }) =>
      type.includes('.approval-migrated.') && data['subject'] === subject && data['shareId'] === shareId,
  );
  const last = moves.at(-1);
  if (last === undefined) return null;
  return <LostShown lost={lostIn([last])} words={t('approval.lost')} steps={steps} />;
}

/** Reassignment and migration, also of who stands in by office: under the fold, since they are seldom; who may not do them reads who could. */
function ByTheSegretario({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { waiting } = approval;
  const barred = ['approval.reassign', 'approval.migrate'].filter((action) => !may(action));
  const told = useBarredFromMoving(approval, barred.length === 0);
  if (told === undefined && barred.length === 0) return null;
  if (told) return <p className="panel">{told.message}</p>;
  return (
    <>
      {waiting !== null && may('approval.reassign') && (
        <details className="panel">
          <summary>{t('approval.reassign')}</summary>
          <ReassignmentForm approval={approval} waiting={waiting} />
        </details>
      )}
      {may('approval.migrate') && (
        <details className="panel">
          <summary>{t('approval.migrate')}</summary>
          <MigrationForm approval={approval} />
        </details>
      )}
      {barred.length > 0 && (
        <div className="panel">
          {barred.map((action) => (
            <WhyNot key={action} action={action} />
          ))}
        </div>
      )}
    </>
  );
}
