import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { numberOf } from '../objectives/number-of.js';
import { useToldOf } from './use-proposal.js';

/** Takes a proposal back, for whoever may, as long as the plan has it not. */
export function WithdrawProposal({
  objectiveId,
  onDone,
}: {
  readonly objectiveId: string;
  readonly onDone?: () => void;
}) {
  const { t } = useTranslation();
  const told = useToldOf('withdrawProposal', objectiveId, true).data;
  const act = useAct('withdrawProposal');
  const form = useKeptForm<{ readonly reason: string }, typeof routes.withdrawProposal.body>(
    `proposal-withdrawal/${objectiveId}`,
    routes.withdrawProposal.body,
    { reason: '' },
    (typed) => typed,
  );
  if (told?.refusal?.code === 'proposal/under-variation') {
    return (
      <details className="panel">
        <summary>{t('proposal.withdraw')}</summary>
        <p>{told.refusal.detail}</p>
      </details>
    );
  }
  if (told?.may !== true) return null;
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { objectiveId }, body })) === null) return;
    form.sent();
    announce(t('proposal.withdrawn'));
    onDone?.();
  });
  return (
    <details className="panel">
      <summary>{t('proposal.withdraw')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('proposal.withdrawLead', { number: numberOf(objectiveId) })}</p>
        <DraftNote form={form} />
        <TextArea
          label={t('proposal.withdrawReason')}
          rows={3}
          error={form.formState.errors.reason && t('form.required')}
          {...form.register('reason')}
        />
        <SendBar label={t('proposal.withdraw')} act={act} tone="danger" />
      </form>
    </details>
  );
}
