import { positionInWords } from '#contract';
import { tenureRoles } from '#domain';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Check, Select, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { Warnings, type Told } from '../../ui/warnings.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames, useOffices } from '../offices/offices.js';
import { ActField } from './act-field.js';
import { actFrom, type ActTyped } from './act-from.js';
import { PersonField } from './person-field.js';

interface Typed extends ActTyped {
  readonly office: string;
  readonly person: string;
  readonly roles: readonly string[];
  readonly from: string;
  readonly to: string;
}

const BLANK: Typed = { office: '', person: '', roles: [], from: '', to: '', act: '' };

/** Records who takes an office, from when and by which act. */
export function TakeOfficeForm() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const nameOf = useOfficeNames();
  const offices = useOffices();
  const form = useForm<Typed>({ defaultValues: BLANK });
  const [told, setTold] = useState<readonly Told[]>([]);
  const act = useAct('takeOffice', {
    onDone: ({ warnings }) => {
      setTold(warnings);
      form.reset(BLANK);
      announce(t('organisation.taken'));
    },
  });
  const { errors } = form.formState;
  const needed = { required: true } as const;
  const submit = form.handleSubmit(({ act: written, roles, to, person, ...typed }) =>
    act.send({
      body: {
        ...typed,
        person: person.trim(),
        roles: [...roles],
        to: to === '' ? null : to,
        act: actFrom(written),
      },
    }),
  );
  return (
    <section>
      <h2>{t('organisation.take')}</h2>
      <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off" className="panel">
        <Select
          label={t('people.office')}
          error={errors.office && t('organisation.officeMissing')}
          {...form.register('office', needed)}
        >
          <option value="">–</option>
          {offices.map((office) => (
            <option key={office} value={office}>
              {nameOf(office)}
            </option>
          ))}
        </Select>
        <PersonField
          label={t('organisation.person')}
          hint={t('organisation.takeHint')}
          field={form.register('person', needed)}
          error={errors.person !== undefined}
        />
        <fieldset className="field">
          <legend>{t('organisation.qualities')}</legend>
          <p className="hint">{t('organisation.qualitiesHint')}</p>
          {tenureRoles.map((role) => (
            <Check
              key={role}
              label={capital(positionInWords(role, language))}
              value={role}
              {...form.register('roles')}
            />
          ))}
        </fieldset>
        <TextField
          label={t('organisation.from')}
          type="date"
          error={errors.from && t('organisation.dayMissing')}
          {...form.register('from', needed)}
        />
        <TextField label={t('organisation.to')} type="date" optional {...form.register('to')} />
        <ActField
          field={form.register('act', { validate: (text) => actFrom(text) !== undefined })}
          error={errors.act !== undefined}
        />
        <SendBar label={t('organisation.take')} act={act} />
        <Warnings warnings={told} />
      </form>
    </section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
