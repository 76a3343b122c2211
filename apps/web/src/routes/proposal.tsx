import { useQuery } from '@tanstack/react-query';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { query } from '../client/queries.js';
import { approvalIdOf } from '../features/approvals/approval-of.js';
import { ReturnedPoints } from '../features/approvals/returned-points.js';
import { numberOf } from '../features/objectives/number-of.js';
import { WhyBarred } from '../features/objectives/why-barred.js';
import { ProposalForm } from '../features/proposals/proposal-form.js';
import { ProposedShown } from '../features/proposals/proposed-shown.js';
import type { Proposal } from '../features/proposals/typed-proposal.js';
import { useToldOf } from '../features/proposals/use-proposal.js';
import { WayIn } from '../features/proposals/way-in.js';
import { WithdrawProposal } from '../features/proposals/withdraw-proposal.js';
import { toApproval, toObjective } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Answered } from '../ui/answered.js';
import { Page } from '../ui/page.js';
import { Waiting } from '../ui/waiting.js';
import { NotFoundScreen } from './not-found.js';
import '../styles/flow.css';

/** A proposed objective that came back: what was asked for, and the form to hand it in again. */
export function ProposalScreen() {
  const { t } = useTranslation();
  const { objectiveId = '' } = useParams();
  const approvalId = approvalIdOf('objective', objectiveId, 'objective');
  const asked = useQuery(query('proposals', { query: {} }));
  const proposal = asked.data?.proposals.find((each) => each.objectiveId === objectiveId);
  const isNone = asked.data !== undefined && proposal === undefined;
  const planned = useQuery({ ...query('objective', { params: { objectiveId } }), enabled: isNone });
  // the plan has it by now: its page is that of an objective
  if (isNone && planned.data !== undefined) return <Navigate to={toObjective(objectiveId)} replace />;
  if (isNone && planned.isError) return <Withdrawn approvalId={approvalId} />;
  const title = `${numberOf(objectiveId)} ${proposal?.title ?? ''}`;
  return (
    <Page
      title={proposal === undefined || proposal.status === 'draft' ? t('proposal.title') : title}
      overline={proposal?.status === 'draft' && title}
      trail={[{ to: toApproval(approvalId), label: title }]}
    >
      <Answered asked={asked}>{() => proposal && <Standing proposal={proposal} />}</Answered>
    </Page>
  );
}

/** What was withdrawn is neither proposed nor in the plan: its approval tells by whom, when and why. */
function Withdrawn({ approvalId }: { readonly approvalId: string }) {
  const { data, isError } = useQuery(query('approval', { params: { approvalId } }));
  if (data !== undefined) return <Navigate to={toApproval(approvalId)} replace />;
  return isError ? <NotFoundScreen /> : <Waiting />;
}

function Standing({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { objectiveId, number, status, points, office, proposed } = proposal;
  const approvalId = approvalIdOf('objective', objectiveId, 'objective');
  const isBack = status === 'draft';
  // a body without a chain for it has no approval: asked for one by one it would be missed
  const back = { subject: 'objective', status: 'returned', planId: proposal.planId } as const;
  const approvals = useQuery({ ...query('approvals', { query: back }), enabled: isBack }).data?.approvals;
  const approval = approvals?.find((one) => one.approvalId === approvalId);
  const told = useToldOf('proposeObjective', objectiveId, isBack);
  const returned = approval?.integration
    ? approval
    : { points, returnBy: null, integration: { office, overdue: false } };
  const withdrawal = (
    <WithdrawProposal objectiveId={objectiveId} onDone={() => void navigate(toApproval(approvalId))} />
  );
  if (!isBack)
    return (
      <>
        <p className="notice">{t('proposal.notBack')}</p>
        <ProposedShown proposed={proposed} standing={proposal} />
        {withdrawal}
      </>
    );
  return (
    <>
      <ReturnedPoints approval={returned} />
      <WayIn {...proposal} />
      <Answered asked={told}>
        {(command) =>
          command?.may === true ? (
            <ProposalForm
              key={number}
              proposal={proposal}
              onDone={() => {
                announce(t('proposal.done'));
                void navigate(toApproval(approvalId));
              }}
            />
          ) : (
            <>
              <Callout color="warning" className="mb-3">
                <CalloutTitle tag="h2">{t('share.cannot')}</CalloutTitle>
                <CalloutText>{t('proposal.cannotText')}</CalloutText>
                {command !== undefined && <WhyBarred told={command} />}
                <Link to={toApproval(approvalId)}>{t('proposal.toApproval')}</Link>
              </Callout>
              <ProposedShown proposed={proposed} />
            </>
          )
        }
      </Answered>
      {withdrawal}
    </>
  );
}
