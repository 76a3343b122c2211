import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { TextField } from '../../ui/field.js';
import { useOfficeNames } from '../offices/offices.js';

/** Somebody with an account, by user name; those who hold an office are suggested. */
export function PersonField({ label, hint, optional, field, error = false }: PersonFieldProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const list = useId();
  const tenures = useQuery(query('organisation', { query: {} })).data?.tenures ?? [];
  const known = new Map(
    tenures.flatMap(({ user, name, office }) =>
      user === null ? [] : [[user, [name, nameOf(office)].filter(Boolean).join(', ')]],
    ),
  );
  return (
    <TextField
      label={label}
      hint={hint}
      optional={optional}
      autoCapitalize="none"
      spellCheck={false}
      list={list}
      beside={
        <datalist id={list}>
          {[...known].map(([user, who]) => (
            <option key={user} value={user}>
              {who}
            </option>
          ))}
        </datalist>
      }
      error={error ? t('organisation.personMissing') : undefined}
      {...field}
    />
  );
}

interface PersonFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  readonly field: UseFormRegisterReturn;
  readonly error?: boolean;
}
