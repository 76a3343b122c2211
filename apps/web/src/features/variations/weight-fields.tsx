import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { query } from '../../client/queries.js';
import { Select, TextField } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames } from '../offices/offices.js';
import type { ChangeProps } from './request-kept.js';
import { sharesAdded, type AddedShare } from './shares-added.js';

/** Weight may go to any share of the plan, and to those that the same request brings into it. */
export function WeightFields({
  objective: { planId, shares },
  form,
  index,
  isWrong,
}: ChangeProps & { readonly objective: Answer<'objective'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const plan = useQuery(query('plan', { params: { planId } }));
  const all = (plan.data?.missions ?? []).flatMap(({ strategicObjectives }) =>
    strategicObjectives.flatMap(({ objectives }) =>
      objectives.flatMap(({ title, shares: own }) => own.map((share) => ({ ...share, title }))),
    ),
  );
  const proposals = useQuery(query('proposals', { query: { planId } })).data?.proposals ?? [];
  const added = sharesAdded(form.watch('changes'), proposals, numberOf);
  const named = ({ areaId, unit, weight }: (typeof shares)[number] | (typeof all)[number] | AddedShare) =>
    [nameOf(areaId), unit, weight !== null && formats.decimal(weight)].filter(Boolean).join(', ');
  return (
    <>
      <Select
        label={t('variation.from')}
        error={isWrong('from') ? t('variation.missing.share') : undefined}
        {...form.register(`changes.${index}.from`)}
      >
        <option value="">{t('variation.choose')}</option>
        {shares
          .filter(({ weight }) => weight !== null)
          .map((share) => (
            <option key={share.shareId} value={share.shareId}>
              {named(share)}
            </option>
          ))}
      </Select>
      <Select
        label={t('variation.toShare')}
        error={isWrong('to') ? t('variation.missing.share') : undefined}
        {...form.register(`changes.${index}.toShare`)}
      >
        <option value="">{t('variation.choose')}</option>
        {[...all.filter(({ weight }) => weight !== null), ...added].map((share) => (
          <option key={share.shareId} value={share.shareId}>
            {`${share.title}: ${named(share)}`.slice(0, 120)}
          </option>
        ))}
      </Select>
      <TextField
        inputMode="decimal"
        label={t('variation.points')}
        error={isWrong('points') ? t('form.decimal') : undefined}
        {...form.register(`changes.${index}.points`)}
      />
    </>
  );
}
