import { routes } from '#contract';
import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { Refusal } from '../../ui/refusal.js';
import { useFormats } from '../../words/use-formats.js';
import type { Evaluation } from './evaluation.js';
import { EvaluationForm } from './evaluation-form.js';

interface FormProps {
  readonly evaluation: Evaluation;
}

/** What whoever is evaluated answers to the proposal: in words, or that there is nothing to object. */
export function ObservationsForm({ evaluation: { evaluationId, observationsUntil, status, changed } }: FormProps) {
  const { t } = useTranslation();
  const sending = useAct('observeEvaluation');
  const formats = useFormats();
  const act = useAct('observeEvaluation', { onDone: () => announce(t('evaluation.accepted')) });
  const accept = { params: { evaluationId }, body: { text: t('evaluation.acceptText') } };
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="observe"
      schema={routes.observeEvaluation.body}
      act={sending}
      lead={t(changed.length > 0 ? 'evaluation.observeMeanwhile' : 'evaluation.observeLead', {
        day: formats.longDay(observationsUntil ?? '1970-01-01'),
      })}
      blank={{ text: '' }}
      toSent={(typed) => typed}
      fields={(register, errors) => (
        <TextArea
          label={t('evaluation.observations')}
          error={errors.text && t('form.required')}
          {...register('text')}
        />
      )}
    >
      {/* there is nothing to accept in a score by which nobody judges any more */}
      {status === 'notified' && changed.length === 0 && (
        <Button color="primary" outline type="button" aria-disabled={act.pending} onClick={() => void act.send(accept)}>
          {t('evaluation.accept')}
        </Button>
      )}
      <Refusal error={act.error} />
    </EvaluationForm>
  );
}

export function ConciliationRequestForm({ evaluation: { evaluationId, conciliationUntil } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('requestConciliation');
  const formats = useFormats();
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="request-conciliation"
      schema={routes.requestConciliation.body}
      act={act}
      lead={t('evaluation.requestLead', { day: formats.longDay(conciliationUntil ?? '1970-01-01') })}
      blank={{ reason: '' }}
      toSent={(typed) => typed}
      fields={(register, errors) => (
        <TextArea label={t('evaluation.reason')} error={errors.reason && t('form.required')} {...register('reason')} />
      )}
    />
  );
}
