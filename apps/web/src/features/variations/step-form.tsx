import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { Select, TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { ActFields, asAct, noAct, type TypedAct } from '../objective-acts/act-fields.js';

type Step = NonNullable<Answer<'variation'>['step']>;

interface Typed {
  readonly outcome: string;
  readonly said: string;
  readonly act: TypedAct;
}

/** An opinion on a variation, or its decision. */
export function StepForm({ variationId, step, onDone }: StepFormProps) {
  const { t } = useTranslation();
  const act = useAct('takeVariationStep');
  const form = useKeptForm<Typed, typeof routes.takeVariationStep.body>(
    `variation-step/${variationId}/${step.id}`,
    routes.takeVariationStep.body,
    { outcome: step.outcomes[0] ?? 'approve', said: '', act: noAct },
    ({ outcome, said, act: typed }) => ({
      step: step.id,
      outcome,
      note: outcome === 'approve' ? said : '',
      reason: outcome === 'reject' ? said : '',
      points: outcome === 'return' ? said.split('\n').filter((point) => point.trim() !== '') : [],
      act: outcome === 'approve' ? asAct(typed) : null,
    }),
  );
  const outcome = form.watch('outcome');
  const submit = form.handleSubmit(async (body) => {
    if ((await act.send({ params: { variationId }, body })) === null) return;
    form.sent();
    onDone(t('variation.stepDone'));
  });
  return (
    <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{step.name}</h2>
      <DraftNote form={form} />
      <Select label={t('variation.outcome_')} {...form.register('outcome')}>
        {step.outcomes.map((one) => (
          <option key={one} value={one}>
            {t(`variation.outcome.${one as 'approve' | 'reject' | 'return'}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t(`variation.said.${outcome === 'reject' || outcome === 'return' ? outcome : 'approve'}`)}
        optional={outcome === 'approve'}
        {...form.register('said')}
      />
      {step.needsAct && outcome === 'approve' && (
        <ActFields register={form.register} missing={form.formState.errors.act !== undefined} />
      )}
      <SendBar label={t('variation.send')} act={act} />
    </form>
  );
}

interface StepFormProps {
  readonly variationId: string;
  readonly step: Step;
  readonly onDone: (said: string) => void;
}
