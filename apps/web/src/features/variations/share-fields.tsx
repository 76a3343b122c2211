import { useTranslation } from 'react-i18next';
import { Select, TextField } from '../../ui/field.js';
import { useAreas, useOfficeNames } from '../offices/offices.js';
import type { RefusedObjective } from './refused-objective.js';
import type { RequestKept } from './request-kept.js';

/** A new share: which area, its unit, and its weight or the money in its place. */
export function ShareFields({ form, name, isWrong, weightRefused = null }: ShareFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const areas = useAreas();
  return (
    <div className="side-by-side">
      <Select
        label={t('variation.area')}
        error={isWrong('areaId') ? t('variation.missing.area') : undefined}
        {...form.register(`${name}.areaId`)}
      >
        <option value="">–</option>
        {areas.map((area) => (
          <option key={area} value={area}>
            {nameOf(area)}
          </option>
        ))}
      </Select>
      <TextField label={t('variation.shareUnit')} optional {...form.register(`${name}.unit`)} />
      <TextField
        inputMode="decimal"
        label={t('variation.shareWeight')}
        hint={t('variation.shareWeightHint')}
        error={
          isWrong('weight')
            ? t('form.decimal')
            : weightRefused === null
              ? undefined
              : t(`variation.weightRefused.${weightRefused}`)
        }
        {...form.register(`${name}.weight`)}
      />
      <TextField label={t('variation.funding')} optional {...form.register(`${name}.funding`)} />
    </div>
  );
}

interface ShareFieldsProps {
  readonly form: RequestKept;
  readonly name: `changes.${number}.share` | `changes.${number}.created.shares.${number}`;
  readonly isWrong: (field: string) => boolean;
  /** Of a new objective: why its weight was refused. */
  readonly weightRefused?: ReturnType<RefusedObjective['weightOf']>;
}
