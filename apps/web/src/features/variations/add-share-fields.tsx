import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Check } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { deadlineWords } from './deadline-words.js';
import type { ChangeProps } from './request-kept.js';
import { ShareFields } from './share-fields.js';

/** Another area takes part: its share, which indicators measure it, which deadlines bind it. */
export function AddShareFields({
  objective: { indicators, deadlines },
  form,
  index,
  isWrong,
}: ChangeProps & { readonly objective: Answer<'objective'> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      <ShareFields form={form} name={`changes.${index}.share`} isWrong={(field) => isWrong(`share.${field}`)} />
      <fieldset>
        <legend>{t('variation.measuredBy')}</legend>
        {indicators.map(({ id, text }) => (
          <Check key={id} label={text.slice(0, 200)} value={id} {...form.register(`changes.${index}.indicatorIds`)} />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('variation.boundBy')}</legend>
        {deadlines.map((deadline) => (
          <Check
            key={deadline.id}
            label={deadlineWords(deadline, formats.day)}
            value={deadline.id}
            {...form.register(`changes.${index}.deadlineIds`)}
          />
        ))}
      </fieldset>
    </>
  );
}
