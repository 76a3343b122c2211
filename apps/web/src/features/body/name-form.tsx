import { routes } from '#contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { useOwnChange } from './own-change.js';
import type { Body } from './use-body.js';

export interface BodyFormProps {
  readonly body: Body;
  /** What the button says. */
  readonly label: string;
  readonly onSaved: () => void;
  /** Other ways out. */
  readonly children?: ReactNode;
}

export function NameForm({ body, label, onSaved, children }: BodyFormProps) {
  const { t } = useTranslation();
  const changed = useOwnChange();
  const act = useAct('nameBody', {
    onDone: (answer, { body: said }) => {
      form.sent();
      changed(said, answer);
      onSaved();
    },
  });
  // before it is named a body is called by its folder
  const blank = { name: body.name === body.id ? '' : body.name };
  const form = useKeptForm('body/name', routes.nameBody.body, blank, ({ name }) => ({ name: name.trim() }));
  const submit = form.handleSubmit((sent) => (sent.name === body.name ? onSaved() : act.send({ body: sent })));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DraftNote form={form} />
      <TextField
        label={t('body.name')}
        hint={t('body.nameHint')}
        autoComplete="organization"
        error={form.formState.errors.name && t('body.nameMissing')}
        {...form.register('name')}
      />
      <SendBar label={label} act={act}>
        {children}
      </SendBar>
    </form>
  );
}
