import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { useOfficeNames } from '../offices/offices.js';
import { ActField } from './act-field.js';
import { actFrom, type ActTyped } from './act-from.js';

type Tenure = Answer<'organisation'>['tenures'][number];

interface Typed extends ActTyped {
  readonly to: string;
}

/** Until when somebody holds an office, and by which act they leave it. */
export function LeaveDialog({ tenure, onClose }: { readonly tenure: Tenure; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const act = useAct('leaveOffice');
  const form = useForm<Typed>({ defaultValues: { to: '', act: '' } });
  const { errors } = form.formState;
  const { tenureId, office, name, user, person } = tenure;
  const submit = form.handleSubmit(async ({ to, act: written }) => {
    const body = { to, act: actFrom(written) ?? null };
    if ((await act.send({ params: { tenureId: tenureId ?? '' }, body })) === null) return;
    announce(t('organisation.left'));
    onClose();
  });
  return (
    <Dialog title={t('organisation.leave')} onClose={onClose} focusOn="input">
      <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <p>{t('organisation.leaveLead', { person: name ?? user ?? person, office: nameOf(office) })}</p>
        <TextField
          label={t('organisation.lastDay')}
          type="date"
          error={errors.to && t('organisation.dayMissing')}
          {...form.register('to', { required: true })}
        />
        <ActField
          field={form.register('act', { validate: (text) => actFrom(text) !== undefined })}
          error={errors.act !== undefined}
        />
        <SendBar label={t('organisation.leave')} act={act} />
      </form>
    </Dialog>
  );
}
