import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { asDecimal } from '../../words/as-decimal.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';
import type { Evaluation } from './evaluation.js';
import { EvaluationForm } from './evaluation-form.js';

interface FormProps {
  readonly evaluation: Evaluation;
}

const PROPOSED_ANEW = routes.proposeEvaluation.body.refine(({ note }) => note.trim() !== '', { path: ['note'] });

/** Anew it begins with the behaviours that were proposed, and says why. */
export function ProposalForm({ evaluation: { evaluationId, score, terms, changed } }: FormProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isAnew = changed.length > 0;
  const act = useAct('proposeEvaluation');
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="propose"
      schema={isAnew ? PROPOSED_ANEW : routes.proposeEvaluation.body}
      act={act}
      lead={t('evaluation.proposeLead', { weight: String(terms.results) })}
      blank={{ behaviours: formats.typed(score?.behaviours ?? null), note: '' }}
      toSent={({ behaviours, note }) => ({ behaviours: asDecimal(behaviours), note })}
      fields={(register, errors) => (
        <>
          <Behaviours register={register('behaviours')} error={errors.behaviours !== undefined} />
          <TextArea
            label={t(isAnew ? 'evaluation.whyAnew' : 'evaluation.note')}
            optional={!isAnew}
            rows={3}
            error={errors.note && t('form.required')}
            {...register('note')}
          />
        </>
      )}
    />
  );
}

export function HearingOfferForm({ evaluation: { evaluationId, terms } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('offerHearing');
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="offer-hearing"
      schema={routes.offerHearing.body}
      act={act}
      lead={t('evaluation.hearingLead', { threshold: String(terms.hearingBelow) })}
      blank={{ on: '' }}
      toSent={(typed) => typed}
      fields={(register, errors) => (
        <TextField
          label={t('evaluation.hearingOn')}
          type="date"
          error={errors.on && t('form.date')}
          {...register('on')}
        />
      )}
    />
  );
}

export function HearingForm({ evaluation: { evaluationId } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('recordHearing');
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="record-hearing"
      schema={routes.recordHearing.body}
      act={act}
      blank={{ outcome: 'held', note: '' }}
      toSent={(typed) => typed}
      fields={(register) => (
        <>
          <Select label={t('evaluation.hearingOutcome_')} {...register('outcome')}>
            {(['held', 'declined'] as const).map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`evaluation.hearingOutcome.${outcome}`)}
              </option>
            ))}
          </Select>
          <TextArea label={t('evaluation.hearingNote')} optional rows={3} {...register('note')} />
        </>
      )}
    />
  );
}

export function JudgementForm({ evaluation: { evaluationId, score, terms } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('judgeEvaluation');
  const formats = useFormats();
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="judge"
      schema={routes.judgeEvaluation.body}
      act={act}
      lead={t('evaluation.judgeLead', {
        results: formats.decimal(score?.results ?? '0'),
        weight: String(terms.results),
        threshold: String(terms.hearingBelow),
      })}
      blank={{ behaviours: formats.typed(score?.behaviours ?? null), reason: '' }}
      toSent={({ behaviours, reason }) => ({ behaviours: asDecimal(behaviours), reason })}
      fields={(register, errors) => (
        <>
          <Behaviours register={register('behaviours')} error={errors.behaviours !== undefined} />
          <TextArea
            label={t('evaluation.judgeReason')}
            error={errors.reason && t('form.required')}
            {...register('reason')}
          />
        </>
      )}
    />
  );
}

/** Of the conciliator: confirmed where nothing is written. */
export function ConciliationForm({ evaluation: { evaluationId, score } }: FormProps) {
  const { t } = useTranslation();
  const act = useAct('conciliate');
  const formats = useFormats();
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action="conciliate"
      schema={routes.conciliate.body}
      act={act}
      lead={t('evaluation.conciliateLead', { behaviours: formats.decimal(score?.behaviours ?? '0') })}
      blank={{ behaviours: '', reason: '' }}
      toSent={({ behaviours, reason }) => ({
        behaviours: behaviours.trim() === '' ? null : asDecimal(behaviours),
        reason,
      })}
      fields={(register, errors) => (
        <>
          <Behaviours register={register('behaviours')} error={errors.behaviours !== undefined} optional />
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

export function ReceiptForm({ evaluation: { evaluationId }, of }: FormProps & { readonly of: 'proposal' | 'final' }) {
  const { t } = useTranslation();
  const act = useAct('recordEvaluationReceipt');
  const today = useToday();
  return (
    <EvaluationForm
      evaluationId={evaluationId}
      action={of === 'proposal' ? 'deliver-proposal' : 'deliver-judgement'}
      schema={routes.recordEvaluationReceipt.body}
      act={act}
      lead={t(`evaluation.receiptLead.${of}`)}
      blank={{ receivedOn: today ?? '', proof: '' }}
      toSent={(typed) => ({ ...typed, of })}
      fields={(register, errors) => (
        <>
          <TextField
            label={t('evaluation.receivedOn')}
            type="date"
            error={errors.receivedOn && t('form.date')}
            {...register('receivedOn')}
          />
          <TextField
            label={t('evaluation.proof')}
            hint={t('evaluation.proofHint')}
            error={errors.proof && t('form.required')}
            {...register('proof')}
          />
        </>
      )}
    />
  );
}

function Behaviours({ register, error, optional = false }: BehavioursProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t('evaluation.behavioursField')}
      hint={t('evaluation.behavioursHint')}
      inputMode="decimal"
      autoComplete="off"
      optional={optional}
      error={error ? t('form.percent') : undefined}
      {...register}
    />
  );
}

interface BehavioursProps {
  readonly register: object;
  readonly error: boolean;
  readonly optional?: boolean;
}
