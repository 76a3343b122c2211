import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextArea } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import type { Evaluation } from './evaluation.js';
import { HolderSelect } from './holder-select.js';
import { EvaluationForm } from './evaluation-form.js';
import { judgeOf, useHolders } from './use-holders.js';

interface FormProps {
  readonly evaluation: Evaluation;
}

/** In the place of one who can judge no more. */
export function EvaluatorForm({ evaluation: { evaluationId, person, evaluator, terms } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('nameEvaluator');
  const holders = useHolders(terms.evaluators).filter(
    (holder) => holder.person !== person && holder.person !== evaluator.person,
  );
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="name-evaluator"
      schema={routes.nameEvaluator.body}
      act={act}
      lead={t('evaluation.evaluatorLead')}
      blank={{ person: '', reason: '' }}
      toSent={({ person: chosen, reason }) => ({ evaluator: judgeOf(chosen), reason })}
      fields={(register, errors) => (
        <>
          <HolderSelect
            label={t('evaluation.evaluator')}
            error={errors.person && t('evaluation.choosePerson')}
            {...register('person')}
            holders={holders}
          />
          <TextArea
            label={t('evaluation.reason')}
            error={errors.reason && t('form.required')}
            {...register('reason')}
          />
        </>
      )}
    />
  );
}

export function ConciliatorForm({ evaluation: { evaluationId, person, evaluator, terms } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('nameConciliator');
  const holders = useHolders(terms.conciliators).filter(
    (holder) => holder.person !== person && holder.person !== evaluator.person,
  );
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="name-conciliator"
      schema={routes.nameConciliator.body}
      act={act}
      lead={t('evaluation.conciliatorLead')}
      blank={{ person: '' }}
      toSent={({ person: chosen }) => judgeOf(chosen)}
      fields={(register, errors) => (
        <HolderSelect
          label={t('evaluation.conciliator')}
          error={errors.person && t('evaluation.choosePerson')}
          {...register('person')}
          holders={holders}
        />
      )}
    />
  );
}

/** The way out of an evaluation that was opened in vain. */
export function WithdrawalForm({ evaluation: { evaluationId } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('withdrawEvaluation');
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="withdraw"
      schema={routes.withdrawEvaluation.body}
      act={act}
      lead={t('evaluation.withdrawLead')}
      blank={{ reason: '' }}
      toSent={(typed) => typed}
      fields={(register, errors) => (
        <TextArea label={t('evaluation.reason')} error={errors.reason && t('form.required')} {...register('reason')} />
      )}
    />
  );
}

/** Nobody can appeal any more: the last word of whoever conducts. */
export function DefinitiveForm({ evaluation: { evaluationId } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('makeEvaluationDefinitive', { onDone: () => announce(t('evaluation.done.make-definitive')) });
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void act.send({ params: { evaluationId } });
      }}
    >
      <h2>{t('evaluation.act.make-definitive')}</h2>
      <p>{t('evaluation.definitiveLead')}</p>
      <SendBar label={t('evaluation.act.make-definitive')} act={act} />
    </form>
  );
}
