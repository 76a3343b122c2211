import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import type { ChangeProps } from './request-kept.js';

const COMPARISONS = ['at-least', 'exactly', 'at-most'] as const;

/** An indicator's new text, and its target where it has a figure. */
export function IndicatorFields({
  objective: { indicators },
  form,
  index,
  isWrong,
}: ChangeProps & { readonly objective: Answer<'objective'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = `changes.${index}` as const;
  const chosen = form.register(`${name}.indicatorId`);
  const take = (id: string) => {
    const indicator = indicators.find((each) => each.id === id);
    if (indicator === undefined) return;
    form.setValue(`${name}.text`, indicator.text);
    form.setValue(`${name}.comparison`, indicator.target?.comparison ?? '');
    form.setValue(`${name}.value`, formats.typed(indicator.target?.value ?? null));
    form.setValue(`${name}.unit`, indicator.target?.unit ?? '%');
  };
  return (
    <>
      <Select
        label={t('variation.indicator')}
        error={isWrong('indicatorId') ? t('form.required') : undefined}
        {...chosen}
        onChange={(event) => {
          take(event.target.value);
          return chosen.onChange(event);
        }}
      >
        <option value="">–</option>
        {indicators.map(({ id, text }) => (
          <option key={id} value={id}>
            {text.slice(0, 120)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('variation.newText')}
        error={isWrong('text') ? t('form.required') : undefined}
        {...form.register(`${name}.text`)}
      />
      <div className="side-by-side">
        <Select label={t('variation.target')} {...form.register(`${name}.comparison`)}>
          <option value="">{t('variation.noTarget')}</option>
          {COMPARISONS.map((one) => (
            <option key={one} value={one}>
              {t(`variation.comparison.${one}`)}
            </option>
          ))}
        </Select>
        {form.watch(`${name}.comparison`) !== '' && (
          <>
            <TextField
              inputMode="decimal"
              label={t('variation.targetValue')}
              error={isWrong('target.value') ? t('form.decimal') : undefined}
              {...form.register(`${name}.value`)}
            />
            <Select label={t('variation.unit')} {...form.register(`${name}.unit`)}>
              <option value="%">%</option>
              <option value="count">{t('variation.units.count')}</option>
            </Select>
          </>
        )}
      </div>
    </>
  );
}
