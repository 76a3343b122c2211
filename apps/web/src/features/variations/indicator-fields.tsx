import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Select, TextArea } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { TargetFields } from '../indicators/target-fields.js';
import type { ChangeProps } from './request-kept.js';

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
        error={isWrong('indicatorId') ? t('variation.missing.indicator') : undefined}
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
        error={isWrong('text') ? t('variation.missing.text') : undefined}
        {...form.register(`${name}.text`)}
      />
      <TargetFields
        comparison={form.register(`${name}.comparison`)}
        value={form.register(`${name}.value`)}
        unit={form.register(`${name}.unit`)}
        hasTarget={form.watch(`${name}.comparison`) !== ''}
        isWrong={isWrong('target.value')}
      />
    </>
  );
}
