import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { ActField } from '../objective-acts/act-field.js';
import { EffectField } from '../objective-acts/effect-field.js';
import { asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';
import { HappenedOn } from '../objective-acts/happened-on.js';
import type { ApprovalDetail } from './approval-steps.js';
import { useProposal } from '../proposals/use-proposal.js';
import { ProposalFindings } from './proposal-findings.js';
import { faultsOf, ofVariation, sentOf, type TypedOutcome } from './typed-outcome.js';

type Step = ApprovalDetail['steps'][number];
type Typed = TypedOutcome & { readonly act: TypedAct; readonly occurredOn: string };

/** What somebody says at a step: to approve it, send it back with points, reject it, or correct the degree. */
export function OutcomeForm({ approval, step, title }: OutcomeFormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { approvalId, kind, streamId, degree } = approval;
  const anyStep = useAct('takeStep');
  // of a variation the rules of the plan are asked again before the last office agrees
  const variationStep = useAct('takeVariationStep');
  const act = kind === 'variation' ? variationStep : anyStep;
  const blank: Typed = {
    outcome: step.outcomes[0] ?? 'approve',
    note: '',
    act: noAct,
    points: '',
    returnBy: '',
    degree: '',
    effect: '',
    reason: '',
    occurredOn: '',
  };
  const form = useKeptForm<Typed, typeof routes.takeStep.body>(
    `approval-step/${approvalId}/${step.id}`,
    routes.takeStep.body,
    blank,
    (typed) => ({ step: step.id, ...sentOf(typed, asAct(typed.act)) }),
  );
  const { errors } = form.formState;
  const outcome = form.watch('outcome');
  const proposal = useProposal(approval);
  const isToWaive = proposal !== undefined && proposal.findings.length > 0 && proposal.waiver === null;
  const submit = form.handleSubmit(async (body) => {
    const faults = faultsOf(body, { needsAct: step.act !== null, isToWaive });
    if (faults.length > 0) {
      for (const fault of faults) form.setError(fault, { type: 'required' });
      if (faults[0] !== undefined) form.setFocus(faults[0]);
      return;
    }
    const varying = kind === 'variation' ? ofVariation(body) : null;
    const day = form.getValues('occurredOn');
    const on = day === '' ? {} : { occurredOn: day };
    const answer =
      varying === null
        ? await anyStep.send({ params: { approvalId }, body }, on)
        : await variationStep.send({ params: { variationId: streamId }, body: varying }, on);
    if (answer === null) return;
    form.sent();
    announce(t('approval.done', { title }));
  });
  const agrees = outcome === 'approve' || outcome === 'correct-degree';
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('approval.act')}</h2>
      <DraftNote form={form} />
      <Select label={t('approval.outcome')} {...form.register('outcome')}>
        {step.outcomes
          .filter((one) => one !== 'correct-degree' || degree !== null)
          .map((one) => (
            <option key={one} value={one}>
              {t(`approval.outcomes.${one}`)}
            </option>
          ))}
      </Select>
      {outcome === 'correct-degree' && (
        <TextField
          label={t('approval.degreeField')}
          hint={t('approval.degreeHint', { degree: formats.percent(degree) })}
          inputMode="decimal"
          suffix="%"
          error={errors.degree && t('form.percent')}
          {...form.register('degree')}
        />
      )}
      {(outcome === 'correct-degree' || outcome === 'reject') && (
        <TextArea
          label={t('approval.reasonField')}
          rows={3}
          error={errors.reason && t('approval.reasonMissing')}
          {...form.register('reason')}
        />
      )}
      {outcome === 'return' && (
        <>
          <TextArea
            label={t('approval.pointsField')}
            error={errors.points && t('approval.pointsMissing')}
            {...form.register('points')}
          />
          <TextField
            label={t('approval.returnByField')}
            type="date"
            optional
            error={errors.returnBy && t('form.date')}
            {...form.register('returnBy')}
          />
        </>
      )}
      {agrees && step.act !== null && <ActField form={form} kinds={step.act.kinds} />}
      {outcome === 'approve' && approval.subject === 'justification' && (
        <EffectField
          last={approval.steps.at(-1)?.id === step.id}
          error={errors.effect && t('lifecycle.effectMissing')}
          {...form.register('effect')}
        />
      )}
      {outcome === 'approve' && (
        <>
          {proposal !== undefined && <ProposalFindings proposal={proposal} />}
          <TextArea
            label={t(isToWaive ? 'approval.waiver' : 'approval.note')}
            optional={!isToWaive}
            rows={3}
            error={errors.note && t('approval.waiverMissing')}
            {...form.register('note')}
          />
        </>
      )}
      <HappenedOn day={form.watch('occurredOn')} {...form.register('occurredOn')} />
      <SendBar label={t('approval.send')} act={act} />
    </form>
  );
}

interface OutcomeFormProps {
  readonly approval: ApprovalDetail;
  readonly step: Step;
  readonly title: string;
}
