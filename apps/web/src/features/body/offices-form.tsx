import { idInWords, routes } from '#contract';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Icon } from '../../ui/icon.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { useDefinitionInForce } from '../workflow/use-chain-in-force.js';
import type { BodyFormProps } from './name-form.js';
import { namesakesIn, withIds } from './office-id.js';
import { OfficeRow } from './office-row.js';
import { officesMissing } from './offices-named.js';

/** Areas and offices, one in a row. An id stays when a name changes: shares and people are tied to it. */
export function OfficesForm({ body, label, onSaved, children }: BodyFormProps) {
  const { t } = useTranslation();
  const act = useAct('defineOffices', {
    onDone: () => {
      form.sent();
      onSaved();
    },
  });
  const form = useKeptForm(
    'body/offices',
    routes.defineOffices.body,
    { offices: [...body.offices] },
    ({ offices }) => ({
      offices: withIds(offices.map((office) => ({ ...office, name: office.name.trim() }))),
    }),
  );
  const rows = useFieldArray({ control: form.control, name: 'offices', keyName: 'row' });
  const namesakes = namesakesIn(form.watch('offices'));
  const definition = useDefinitionInForce();
  const usual: Readonly<Record<string, string>> = t('body.usual', { returnObjects: true });
  const missing = officesMissing(definition, rows.fields).map((id) => ({ id, name: usual[id] ?? idInWords(id) }));
  const submit = form.handleSubmit((sent) =>
    act.send({ body: sent }, body.revision < 0 ? {} : { ifMatch: body.revision }),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DraftNote form={form} />
      <p>{t('body.officesText')}</p>
      {rows.fields.length === 0 && <p className="quiet">{t('body.noOffices')}</p>}
      <ul className="plain-list office-rows">
        {rows.fields.map(({ row, id }, index) => (
          <OfficeRow
            key={row}
            number={index + 1}
            id={id}
            name={form.register(`offices.${index}.name`)}
            kind={form.register(`offices.${index}.kind`)}
            namesake={namesakes[index] ?? null}
            invalid={form.formState.errors.offices?.[index] !== undefined}
            onRemove={() => rows.remove(index)}
          />
        ))}
      </ul>
      <div className="send-buttons">
        {(['area', 'office'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="btn btn-outline-primary btn-xs"
            onClick={() => rows.append({ id: '', name: '', kind })}
          >
            <Icon name="it-plus" size="xs" /> {t(kind === 'area' ? 'body.addArea' : 'body.addOffice')}
          </button>
        ))}
      </div>
      {missing.length > 0 && (
        <div className="notice usual-offices">
          <p>{t('body.addUsualText', { names: missing.map(({ name }) => name).join(', ') })}</p>
          <button
            type="button"
            className="btn btn-outline-primary btn-xs"
            onClick={() =>
              rows.append(
                missing.map((office) => ({ ...office, kind: 'office' as const })),
                { shouldFocus: false },
              )
            }
          >
            {t('body.addUsual')}
          </button>
        </div>
      )}
      <SendBar label={label} act={act}>
        {children}
      </SendBar>
    </form>
  );
}
