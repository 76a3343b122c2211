import { useTranslation } from 'react-i18next';
import { ConciliatorForm, DefinitiveForm, EvaluatorForm, WithdrawalForm } from './conductor-forms.js';
import type { Evaluation, EvaluationAction } from './evaluation.js';
import {
  ConciliationForm,
  HearingForm,
  HearingOfferForm,
  JudgementForm,
  ProposalForm,
  ReceiptForm,
} from './evaluator-forms.js';
import { ConciliationRequestForm, ObservationsForm } from './person-forms.js';

/** What who is signed in can do now. */
export function EvaluationActs({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const { awaits, changed } = evaluation;
  if (awaits.length === 0) {
    // a step of the chain is said beside it whose it is
    return ['judged', 'definitive', 'withdrawn'].includes(evaluation.status) ? null : (
      <p className="notice">{t('evaluation.notYourTurn')}</p>
    );
  }
  return (
    <>
      {changed.length > 0 && <p className="notice">{t('evaluation.changed')}</p>}
      {awaits.map(({ action }) => (
        <FormOf key={action} action={action} evaluation={evaluation} />
      ))}
    </>
  );
}

function FormOf({ action, evaluation }: { readonly action: EvaluationAction; readonly evaluation: Evaluation }) {
  switch (action) {
    case 'propose':
      return <ProposalForm evaluation={evaluation} />;
    case 'withdraw':
      return <WithdrawalForm evaluation={evaluation} />;
    case 'deliver-proposal':
      return <ReceiptForm evaluation={evaluation} of="proposal" />;
    case 'observe':
      return <ObservationsForm evaluation={evaluation} />;
    case 'offer-hearing':
      return <HearingOfferForm evaluation={evaluation} />;
    case 'record-hearing':
      return <HearingForm evaluation={evaluation} />;
    case 'judge':
      return <JudgementForm evaluation={evaluation} />;
    case 'deliver-judgement':
      return <ReceiptForm evaluation={evaluation} of="final" />;
    case 'request-conciliation':
      return <ConciliationRequestForm evaluation={evaluation} />;
    case 'name-evaluator':
      return <EvaluatorForm evaluation={evaluation} />;
    case 'name-conciliator':
      return <ConciliatorForm evaluation={evaluation} />;
    case 'conciliate':
      return <ConciliationForm evaluation={evaluation} />;
    case 'make-definitive':
      return <DefinitiveForm evaluation={evaluation} />;
  }
}
