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
  readonly reason: string;
}

/** Of a tenure that was recorded by mistake: nobody ever held it. */
export function AnnulDialog({ tenure, onClose }: { readonly tenure: Tenure; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const act = useAct('annulTenure');
  const form = useForm<Typed>({ defaultValues: { reason: '', act: '' } });
  const { errors } = form.formState;
  const { tenureId, office, name, user, person } = tenure;
  const submit = form.handleSubmit(async ({ reason, act: written }) => {
    const body = { reason, act: actFrom(written) ?? null };
    if ((await act.send({ params: { tenureId: tenureId ?? '' }, body })) === null) return;
    announce(t('organisation.annulled'));
    onClose();
  });
  return (
    <Dialog title={t('organisation.annulTitle')} onClose={onClose} focusOn="input">
      <form noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        <p>{t('organisation.annulLead', { person: name ?? user ?? person, office: nameOf(office) })}</p>
        <TextField
          label={t('organisation.annulReason')}
          maxLength={200}
          error={errors.reason && t('form.required')}
          {...form.register('reason', { validate: (reason) => reason.trim() !== '' })}
        />
        <ActField
          field={form.register('act', { validate: (text) => actFrom(text) !== undefined })}
          error={errors.act !== undefined}
        />
        <SendBar label={t('organisation.annul')} act={act} tone="danger" />
      </form>
    </Dialog>
  );
}
