import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Select, TextArea, TextField } from '../../ui/field.js';
import type { ChangeProps } from './request-kept.js';
import { refusedObjective } from './refused-objective.js';
import { ShareFields } from './share-fields.js';
import type { Bringing } from './proposed-fields.js';
import { blankShare } from './typed-change.js';

/** An objective that the plan does not have: where it stands in it, its shares, what measures them, and one day. */
export function NewObjectiveFields({ plan, form, index, isWrong, refusal }: NewObjectiveFieldsProps) {
  const { t } = useTranslation();
  const name = `changes.${index}.created` as const;
  const { fields, append, remove } = useFieldArray({ control: form.control, name: `${name}.shares` });
  const mission = plan.missions.find(({ number }) => String(number) === form.watch(`${name}.mission`));
  const refused = refusedObjective(refusal, form.watch(name));
  const wrong = (path: string, words: string) => (isWrong(`objective.${path}`) ? words : undefined);
  return (
    <>
      <Select
        label={t('variation.mission')}
        error={wrong('mission', t('variation.missing.mission'))}
        {...form.register(`${name}.mission`)}
      >
        <option value="">–</option>
        {plan.missions.map(({ number, title }) => (
          <option key={number} value={number}>
            {`${number}. ${title}`.slice(0, 100)}
          </option>
        ))}
      </Select>
      <Select
        label={t('variation.strategicObjective')}
        error={wrong('strategicObjective', t('variation.missing.strategicObjective'))}
        {...form.register(`${name}.strategicObjective`)}
      >
        <option value="">–</option>
        {(mission?.strategicObjectives ?? []).map(({ number, title }) => (
          <option key={number} value={number}>
            {`${number}. ${title}`.slice(0, 100)}
          </option>
        ))}
      </Select>
      <TextField
        label={t('variation.number')}
        hint={t('variation.numberHint')}
        error={wrong('number', t('variation.numberWrong')) ?? refused.number ?? undefined}
        {...form.register(`${name}.number`)}
      />
      <TextField
        label={t('variation.objectiveTitle')}
        error={wrong('title', t('variation.missing.title'))}
        {...form.register(`${name}.title`)}
      />
      {fields.map(({ id }, at) => (
        <fieldset key={id} className="change">
          <legend>{t('variation.shareNumber', { number: String(at + 1) })}</legend>
          <ShareFields
            form={form}
            name={`changes.${index}.created.shares.${at}`}
            isWrong={(field) => isWrong(`objective.shares.${at}.${field}`)}
            weightRefused={refused.weightOf(form.watch(`${name}.shares.${at}.areaId`))}
          />
          {fields.length > 1 && (
            <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => remove(at)}>
              {t('variation.dropShare', { number: String(at + 1) })}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={() => append(blankShare)}>
          {t('variation.anotherShare')}
        </button>
      </p>
      <TextArea
        label={t('variation.indicators')}
        hint={t('variation.indicatorsHint')}
        error={wrong('indicators', t('variation.missing.indicators'))}
        {...form.register(`${name}.indicators`)}
      />
      <TextField
        type="date"
        label={t('variation.dueOn')}
        error={wrong('dueOn', t('form.date'))}
        {...form.register(`${name}.dueOn`)}
      />
    </>
  );
}

interface NewObjectiveFieldsProps extends ChangeProps, Pick<Bringing, 'refusal'> {
  readonly plan: Answer<'plan'>;
}
