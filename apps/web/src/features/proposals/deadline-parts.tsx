import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/field.js';
import { Part, SharesConcerned } from './part.js';
import type { PartProps } from './proposal-kept.js';
import { dayOf, newKey, type Proposed } from './typed-proposal.js';

/** By when; a deadline that has no day of its own keeps what it had. */
export function DeadlineParts({ form, isWrong, proposed }: PartProps & { readonly proposed: Proposed }) {
  const { t } = useTranslation();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'deadlines' });
  const dayless = proposed.deadlines.filter((deadline) => dayOf(deadline) === null).map(({ id }) => id);
  const add = () => {
    const { deadlines, shares } = form.getValues();
    append({ key: newKey('d', deadlines), text: '', on: '', of: shares.map(({ key }) => key) });
  };
  return (
    <>
      <h2>{t('share.deadlines')}</h2>
      {fields.map(({ id, key }, index) => (
        <Part
          key={id}
          legend={t('proposal.deadlineNumber', { number: String(index + 1) })}
          onDrop={fields.length > 1 ? () => remove(index) : null}
        >
          <div className="side-by-side">
            <TextField label={t('dashboard.what')} optional {...form.register(`deadlines.${index}.text`)} />
            {!dayless.includes(key) && (
              <TextField
                type="date"
                label={t('dashboard.dueOn')}
                error={isWrong(`deadlines.${index}.on`) ? t('form.date') : undefined}
                {...form.register(`deadlines.${index}.on`)}
              />
            )}
          </div>
          <SharesConcerned form={form} name={`deadlines.${index}.of`} label={t('proposal.binds')} />
        </Part>
      ))}
      <p>
        <button type="button" className="btn btn-outline-primary btn-xs" onClick={add}>
          {t('proposal.anotherDeadline')}
        </button>
      </p>
    </>
  );
}
