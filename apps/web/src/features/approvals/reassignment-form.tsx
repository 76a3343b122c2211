import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { useOfficeNames } from '../offices/offices.js';
import type { ApprovalWaiting } from './approval-of.js';
import type { ApprovalDetail } from './approval-steps.js';
import { usePersonNames } from './use-person-names.js';

interface Typed {
  readonly to: string;
  readonly reason: string;
}

/** Gives the step to another of those who may take it. */
export function ReassignmentForm({ approval, waiting }: ReassignmentFormProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const act = useAct('reassignStep');
  const { approvalId } = approval;
  const { step, who } = waiting;
  const seats = who.flatMap(({ office, persons }) => persons.map((account) => ({ account, office })));
  const form = useKeptForm<Typed, typeof routes.reassignStep.body>(
    `approval-reassignment/${approvalId}/${step}`,
    routes.reassignStep.body,
    { to: '', reason: '' },
    ({ to, reason }) => ({ step, to: to === '' ? null : JSON.parse(to), reason }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    if (body.reason.trim() === '') {
      form.setError('reason', { type: 'required' }, { shouldFocus: true });
      return;
    }
    if ((await act.send({ params: { approvalId }, body })) === null) return;
    form.sent();
    form.reset({ to: '', reason: '' });
    announce(t('approval.reassigned'));
  });
  if (seats.length === 0) return <p className="quiet">{t('approval.reassignNobody')}</p>;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>{t('approval.reassignLead')}</p>
      <DraftNote form={form} />
      <Select
        label={t('approval.reassignTo')}
        error={errors.to && t('approval.reassignMissing')}
        {...form.register('to')}
      >
        <option value="">–</option>
        {seats.map((seat) => (
          <option key={JSON.stringify(seat)} value={JSON.stringify(seat)}>
            {[...new Set([personName(seat.account), nameOf(seat.office)])].join(', ')}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('approval.reasonField')}
        rows={3}
        error={errors.reason && t('approval.reasonMissing')}
        {...form.register('reason')}
      />
      <SendBar label={t('approval.reassign')} act={act} />
    </form>
  );
}

interface ReassignmentFormProps {
  readonly approval: ApprovalDetail;
  readonly waiting: ApprovalWaiting;
}
