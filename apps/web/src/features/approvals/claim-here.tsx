import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Refusal } from '../../ui/refusal.js';
import { useMe } from '../session/session.js';
import type { ApprovalDetail } from './approval-steps.js';

/** Where one of several may act: they say that they see to it, or leave it to the others again. */
export function ClaimHere({ approval }: { readonly approval: ApprovalDetail }) {
  const { t } = useTranslation();
  const { user } = useMe();
  const claim = useAct('claimStep', { onDone: () => announce(t('approval.claimed')) });
  const release = useAct('releaseStep', { onDone: () => announce(t('approval.released')) });
  const { approvalId, waiting } = approval;
  if (waiting === null) return null;
  const held = waiting.claims.some(({ person }) => person === user.id);
  const act = held ? release : claim;
  const request = { params: { approvalId }, body: { step: waiting.step } };
  return (
    <div className="panel claim">
      {!held && <p className="quiet">{t('approval.claimLead')}</p>}
      <Button
        color="primary"
        outline
        size="xs"
        type="button"
        aria-disabled={act.pending}
        onClick={() => void act.send(request)}
      >
        {t(held ? 'approval.release' : 'approval.claim')}
      </Button>
      <Refusal error={act.error} />
    </div>
  );
}
