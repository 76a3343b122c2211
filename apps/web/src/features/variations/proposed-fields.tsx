import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { Check, Select } from '../../ui/field.js';
import { numberOf } from '../objectives/number-of.js';
import type { RequestRefused } from './refused-objective.js';
import type { ChangeProps } from './request-kept.js';

/** Which validated proposal comes into the plan, as it was validated; none that another variation has on its way. */
export function ProposedFields({ form, index, isWrong, planId, variationId, refusal }: ProposedFieldsProps) {
  const { t } = useTranslation();
  const found = useQuery(query('proposals', { query: { planId } })).data?.proposals;
  const ready = (found ?? []).filter(
    ({ status, way, variation }) =>
      status === 'validated' && way === 'variation' && (variation === null || variation === variationId),
  );
  if (found !== undefined && ready.length === 0) return <p>{t('variation.noProposals')}</p>;
  const weightless = `changes.${index}.weightless` as const;
  return (
    <>
      <Select
        key={found === undefined ? 'unknown' : 'known'}
        label={t('variation.proposal')}
        error={isWrong('objectiveId') ? t('variation.missing.proposal') : undefined}
        {...form.register(`changes.${index}.objective`)}
      >
        <option value="">–</option>
        {ready.map(({ objectiveId, title }) => (
          <option key={objectiveId} value={objectiveId}>
            {`${numberOf(objectiveId)} ${title}`.slice(0, 100)}
          </option>
        ))}
      </Select>
      <Check label={t('variation.weightless')} {...form.register(weightless)} />
      {refusal?.code === 'plan/weights-over-ceiling' && form.watch(weightless) !== true && (
        <p className="field-error" role="alert">
          {t('variation.overCeiling')}
        </p>
      )}
    </>
  );
}

/** What a proposal is chosen by. */
export interface Bringing {
  /** The variation that is submitted again; null: a new one. */
  readonly variationId: string | null;
  /** Why the request was refused; null: it was not. */
  readonly refusal: RequestRefused | null;
}

interface ProposedFieldsProps extends ChangeProps, Bringing {
  readonly planId: string;
}
