import { routes } from '#contract';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { TextField } from '../../ui/field.js';
import { SendBar } from '../../ui/send-bar.js';
import { DraftNote } from '../drafts/draft-note.js';
import { useKeptForm } from '../drafts/use-kept-form.js';
import { OfficeChoice } from './office-choice.js';
import { RoleChoice } from './role-choice.js';
import type { Account, Role } from './roles.js';

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly office: string;
  readonly roles: readonly Role[];
}

/** What may change of an account. */
export function AccountForm({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const { name, email, office, roles } = account;
  const act = useAct('changeAccount', {
    onDone: ({ user }) => {
      form.sent();
      announce(t('people.saved', { user }));
    },
  });
  const form = useKeptForm(
    `account/${account.id}`,
    routes.changeAccount.body,
    { name: name ?? '', email: email ?? '', office, roles: [...roles] },
    orNull,
  );
  const { errors } = form.formState;
  const submit = form.handleSubmit((body) => act.send({ params: { accountId: account.id }, body }));
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DraftNote form={form} />
      <TextField label={t('people.nameLabel')} optional maxLength={200} {...form.register('name')} />
      <TextField
        label={t('people.email')}
        type="email"
        optional
        hint={t('people.emailHint')}
        error={errors.email && t('people.emailMalformed')}
        {...form.register('email')}
      />
      <OfficeChoice field={form.register('office')} current={office} error={errors.office !== undefined} />
      <RoleChoice field={form.register('roles')} error={errors.roles !== undefined} />
      <SendBar label={t('people.save')} act={act} />
    </form>
  );
}

/** An empty name or address is none. */
export function orNull<T extends Pick<Typed, 'name' | 'email'>>(typed: T) {
  const { name, email } = typed;
  return { ...typed, name: name.trim() === '' ? null : name.trim(), email: email.trim() === '' ? null : email.trim() };
}
