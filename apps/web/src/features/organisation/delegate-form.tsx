import { approvalSubjects, subjectNames, type ApprovalSubject } from '#domain';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Check, Select, TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames, useOffices } from '../offices/offices.js';
import { useMay, useMe } from '../session/session.js';
import { actFrom, type ActTyped } from './act-from.js';
import { PersonField } from './person-field.js';
import { ActField } from './act-field.js';

interface Typed extends ActTyped {
  readonly kind: 'sostituzione' | 'delega';
  readonly office: string;
  readonly holder: string;
  readonly person: string;
  readonly from: string;
  readonly until: string;
  readonly subjects: readonly ApprovalSubject[];
}

/** Names who stands in for one's own office; for any office where one keeps the organisation. */
export function DelegateForm() {
  const { t } = useTranslation();
  const may = useMay();
  const nameOf = useOfficeNames();
  const known = useOffices();
  const { language } = useFormats();
  const { user } = useMe();
  const forOthers = may('organisation.change');
  const blank: Typed = {
    kind: 'sostituzione',
    office: user.office,
    holder: '',
    person: '',
    from: '',
    until: '',
    subjects: [],
    act: '',
  };
  const form = useForm<Typed>({ defaultValues: blank });
  const act = useAct('delegate', { onDone: () => form.reset(blank) });
  const { errors } = form.formState;
  const needed = { required: true } as const;
  const submit = form.handleSubmit(({ act: written, subjects, holder, ...typed }) =>
    act.send({
      body: {
        ...typed,
        ...(holder.trim() !== '' && { holder: holder.trim() }),
        person: typed.person.trim(),
        subjects: subjects.length === 0 ? null : [...subjects],
        act: actFrom(written),
      },
    }),
  );
  return (
    <section>
      <h2>{t('organisation.delegate')}</h2>
      <p>{t('organisation.delegateOwn')}</p>
      <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off" className="panel">
        <Select label={t('organisation.kind')} {...form.register('kind')}>
          <option value="sostituzione">{t('organisation.kinds.sostituzione')}</option>
          <option value="delega">{t('organisation.kinds.delega')}</option>
        </Select>
        {forOthers && (
          <Select label={t('people.office')} {...form.register('office')}>
            {[...new Set([user.office, ...known])].map((office) => (
              <option key={office} value={office}>
                {nameOf(office)}
              </option>
            ))}
          </Select>
        )}
        {forOthers && (
          <PersonField
            label={t('organisation.inPlaceOf')}
            hint={t('organisation.inPlaceOfHint')}
            optional
            field={form.register('holder')}
          />
        )}
        <PersonField
          label={t('organisation.standIn')}
          hint={t('organisation.personHint')}
          field={form.register('person', needed)}
          error={errors.person !== undefined}
        />
        <TextField
          label={t('organisation.from')}
          type="date"
          error={errors.from && t('organisation.dayMissing')}
          {...form.register('from', needed)}
        />
        <TextField
          label={t('organisation.to')}
          type="date"
          error={errors.until && t('organisation.dayMissing')}
          {...form.register('until', needed)}
        />
        <fieldset className="field">
          <legend>{t('organisation.subjects')}</legend>
          <p className="hint">{t('organisation.subjectsHint')}</p>
          {approvalSubjects.map((subject) => (
            <Check
              key={subject}
              label={subjectNames[subject][language]}
              value={subject}
              {...form.register('subjects')}
            />
          ))}
        </fieldset>
        {forOthers && (
          <ActField
            field={form.register('act', { validate: (text) => actFrom(text) !== undefined })}
            error={errors.act !== undefined}
          />
        )}
        <SendBar label={t('organisation.delegate')} act={act} />
      </form>
    </section>
  );
}
