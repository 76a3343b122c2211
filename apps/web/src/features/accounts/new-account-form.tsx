import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useAct } from '../../client/use-act.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { orNull } from './account-form.js';
import { OfficeChoice } from './office-choice.js';
import { RoleChoice } from './role-choice.js';
import type { Role } from './roles.js';

const BLANK = { user: '', name: '', email: '', office: '', roles: [] as Role[] };

/** Someone new, without a password: they choose it by the link. */
export function NewAccountForm({ onCreated }: { readonly onCreated: (created: Answer<'createAccount'>) => void }) {
  const { t } = useTranslation();
  const act = useAct('createAccount', {
    onDone: (created) => {
      form.sent();
      onCreated(created);
    },
  });
  const form = useKeptForm('account/new', routes.createAccount.body, BLANK, (typed) => ({
    ...orNull(typed),
    user: typed.user.trim().toLowerCase(),
  }));
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) => act.send({ body }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
      <DraftNote form={form} />
      <TextField label={t('people.nameLabel')} optional maxLength={200} {...form.register('name')} />
      <TextField
        label={t('people.user')}
        hint={t('people.userHint')}
        autoCapitalize="none"
        spellCheck={false}
        error={errors.user && t('people.userMalformed')}
        {...form.register('user')}
      />
      <TextField
        label={t('people.email')}
        type="email"
        optional
        hint={t('people.emailHint')}
        error={errors.email && t('people.emailMalformed')}
        {...form.register('email')}
      />
      <OfficeChoice field={form.register('office')} current="" error={errors.office !== undefined} />
      <RoleChoice field={form.register('roles')} error={errors.roles !== undefined} />
      <SendBar label={t('people.create')} act={act} />
    </form>
  );
}
