import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { Check, Select } from '../../ui/field.js';
import { numberOf } from '../objectives/number-of.js';
import type { ChangeProps } from './request-kept.js';

/** Which validated proposal comes into the plan, as it was validated. */
export function ProposedFields({ form, index, isWrong, planId }: ChangeProps & { readonly planId: string }) {
  const { t } = useTranslation();
  const found = useQuery(query('proposals', { query: { planId } })).data?.proposals;
  const ready = (found ?? []).filter(({ status, way }) => status === 'validated' && way === 'variation');
  if (found !== undefined && ready.length === 0) return <p>{t('variation.noProposals')}</p>;
  return (
    <>
      <Select
        key={found === undefined ? 'unknown' : 'known'}
        label={t('variation.proposal')}
        error={isWrong('objectiveId') ? t('variation.objectiveMissing') : undefined}
        {...form.register(`changes.${index}.objective`)}
      >
        <option value="">–</option>
        {ready.map(({ objectiveId, title }) => (
          <option key={objectiveId} value={objectiveId}>
            {`${numberOf(objectiveId)} ${title}`.slice(0, 100)}
          </option>
        ))}
      </Select>
      <Check label={t('variation.weightless')} {...form.register(`changes.${index}.weightless`)} />
    </>
  );
}
