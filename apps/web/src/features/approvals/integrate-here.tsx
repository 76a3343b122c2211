import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useProposal, useToldOf } from '../proposals/use-proposal.js';
import { useMe } from '../session/session.js';
import { placeToIntegrate } from './approval-of.js';
import type { ApprovalDetail } from './approval-steps.js';

/** The way to hand in again what came back, for who may: the office that it came back to; a proposal, whoever may propose it. */
export function IntegrateHere({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const { subject, streamId, integration } = approval;
  const proposal = useProposal(approval);
  const isOpen = proposal?.status === 'draft';
  const told = useToldOf('proposeObjective', streamId, isOpen).data;
  const place = placeToIntegrate(approval);
  const may = subject === 'objective' ? isOpen && told?.may === true : integration?.office === user.office;
  if (!may || place === null) return null;
  return (
    <p>
      <Link to={place} className="btn btn-primary">
        {t('inbox.act.integrate-rendicontazione')}
      </Link>
    </p>
  );
}
