import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select, TextField } from '../../ui/field.js';
import { useAreas, useOfficeNames } from '../offices/offices.js';
import { Part } from './part.js';
import type { PartProps } from './proposal-kept.js';
import { newKey } from './typed-proposal.js';

/** The areas that take part, each with a weight or money of its own. */
export function ShareParts({ form, isWrong }: PartProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const areas = useAreas();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'shares' });
  return (
    <>
      <h2>{t('proposal.shares')}</h2>
      {fields.map((field, index) => (
        <Part
          key={field.id}
          legend={t('variation.shareNumber', { number: String(index + 1) })}
          onDrop={fields.length > 1 ? () => remove(index) : null}
        >
          <div className="side-by-side">
            <Select
              label={t('variation.area')}
              error={isWrong(`shares.${index}.areaId`) ? t('form.required') : undefined}
              {...form.register(`shares.${index}.areaId`)}
            >
              <option value="">–</option>
              {[...new Set([...areas, field.areaId].filter(Boolean))].map((area) => (
                <option key={area} value={area}>
                  {nameOf(area)}
                </option>
              ))}
            </Select>
            <TextField label={t('variation.shareUnit')} optional {...form.register(`shares.${index}.unit`)} />
            <TextField
              inputMode="decimal"
              label={t('variation.shareWeight')}
              hint={t('variation.shareWeightHint')}
              error={isWrong(`shares.${index}.weight`) ? t('form.decimal') : undefined}
              {...form.register(`shares.${index}.weight`)}
            />
            <TextField label={t('variation.funding')} optional {...form.register(`shares.${index}.funding`)} />
          </div>
        </Part>
      ))}
      <p>
        <button
          type="button"
          className="btn btn-outline-primary btn-xs"
          onClick={() =>
            append({
              key: newKey('s', form.getValues('shares')),
              areaId: '',
              unit: '',
              weight: '',
              funding: '',
            })
          }
        >
          {t('variation.anotherShare')}
        </button>
      </p>
    </>
  );
}
