import { useTranslation } from 'react-i18next';
import { ChangesShown } from './changes-shown.js';
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
import { UncertifiedShown } from './uncertified-shown.js';

const OTHERWISE_SAID: readonly Evaluation['status'][] = ['judged', 'definitive', 'withdrawn'];

/** What who is signed in can do now. */
export function EvaluationActs({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const { awaits, changed, awaitsCertification, status } = evaluation;
  // a step of the chain is said beside it whose it is
  const isSaid = changed.length > 0 || awaitsCertification.length > 0 || OTHERWISE_SAID.includes(status);
  return (
    <>
      <ChangesShown evaluation={evaluation} />
      <UncertifiedShown evaluation={evaluation} />
      {awaits.length === 0 && !isSaid && <p className="notice">{t('evaluation.notYourTurn')}</p>}
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
