import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../client/use-act.js';
import { toEvaluation } from '../../places.js';
import { announce } from '../../ui/announcer.js';
import { Select } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { HolderSelect } from './holder-select.js';
import { judgeOf, useHolders } from './use-holders.js';

interface Typed {
  readonly planId: string;
  readonly person: string;
  readonly evaluator: string;
}

/** Opens the evaluation of somebody for a plan; who evaluates, the body's workflow says. */
export function OpenForm({ plans, evaluators }: OpenFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const act = useAct('openEvaluation');
  const everybody = useHolders(null);
  const judges = useHolders(evaluators);
  const form = useKeptForm<Typed, typeof routes.openEvaluation.body>(
    'evaluation-opening',
    routes.openEvaluation.body,
    { planId: plans[0] ?? '', person: '', evaluator: '' },
    ({ planId, person, evaluator }) => ({ planId, person: judgeOf(person).person, evaluator: judgeOf(evaluator) }),
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (body) => {
    const answer = await act.send({ body });
    if (answer === null) return;
    form.sent();
    announce(t('evaluation.opened'));
    void navigate(toEvaluation(answer.evaluationId));
  });
  const persons = [...new Map(everybody.map((holder) => [holder.person, holder])).values()];
  return (
    <details className="panel">
      <summary>{t('evaluation.open')}</summary>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Select label={t('premium.plan')} {...form.register('planId')}>
          {plans.map((plan) => (
            <option key={plan} value={plan}>
              {plan}
            </option>
          ))}
        </Select>
        <HolderSelect
          label={t('evaluation.person')}
          error={errors.person && t('evaluation.choosePerson')}
          {...form.register('person')}
          holders={persons}
        />
        <HolderSelect
          label={t('evaluation.evaluator')}
          error={errors.evaluator && t('evaluation.choosePerson')}
          {...form.register('evaluator')}
          holders={judges}
        />
        <SendBar label={t('evaluation.open')} act={act} />
      </form>
    </details>
  );
}

interface OpenFormProps {
  readonly plans: readonly string[];
  /** Offices; null: any. */
  readonly evaluators: readonly string[] | null;
}
