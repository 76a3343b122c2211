import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/field.js';
import { TargetFields } from '../indicators/target-fields.js';
import { Part, SharesConcerned } from './part.js';
import type { PartProps } from './proposal-kept.js';
import { newKey } from './typed-proposal.js';

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
          <TargetFields
            comparison={form.register(`indicators.${index}.comparison`)}
            value={form.register(`indicators.${index}.value`)}
            unit={form.register(`indicators.${index}.unit`)}
            hasTarget={form.watch(`indicators.${index}.comparison`) !== ''}
            isWrong={isWrong(`indicators.${index}.target.value`)}
          />
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
