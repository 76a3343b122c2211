import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { Part, SharesConcerned } from './part.js';
import type { PartProps } from './proposal-kept.js';
import { newKey } from './typed-proposal.js';

const COMPARISONS = ['at-least', 'exactly', 'at-most'] as const;

/** What measures the shares, each with the target that a proposal needs. */
export function IndicatorParts({ form, isWrong }: PartProps) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'indicators' });
  const add = () => {
    const { indicators, shares } = form.getValues();
    const of = shares.map(({ key }) => key);
    append({ key: newKey('i', indicators), text: '', comparison: 'at-least', value: '', unit: '%', of });
  };
  return (
    <>
      <h2>{t('share.indicators')}</h2>
      {fields.map(({ id }, index) => (
        <Part
          key={id}
          legend={t('proposal.indicatorNumber', { number: String(index + 1) })}
          onDrop={fields.length > 1 ? () => remove(index) : null}
        >
          <TextArea
            rows={2}
            label={t('variation.indicator')}
            error={isWrong(`indicators.${index}.text`) ? t('form.required') : undefined}
            {...form.register(`indicators.${index}.text`)}
          />
          <div className="side-by-side">
            <Select label={t('variation.target')} {...form.register(`indicators.${index}.comparison`)}>
              <option value="">{t('variation.noTarget')}</option>
              {COMPARISONS.map((one) => (
                <option key={one} value={one}>
                  {t(`variation.comparison.${one}`)}
                </option>
              ))}
            </Select>
            {form.watch(`indicators.${index}.comparison`) !== '' && (
              <>
                <TextField
                  inputMode="decimal"
                  label={t('variation.targetValue')}
                  error={isWrong(`indicators.${index}.target.value`) ? t('form.decimal') : undefined}
                  {...form.register(`indicators.${index}.value`)}
                />
                <Select label={t('variation.unit')} {...form.register(`indicators.${index}.unit`)}>
                  <option value="%">%</option>
                  <option value="count">{t('variation.units.count')}</option>
                </Select>
              </>
            )}
          </div>
          <SharesConcerned form={form} name={`indicators.${index}.of`} label={t('proposal.measures')} />
        </Part>
      ))}
      <p>
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={add}>
          {t('proposal.anotherIndicator')}
        </button>
      </p>
    </>
  );
}
