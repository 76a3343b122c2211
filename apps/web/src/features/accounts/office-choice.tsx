import type { UseFormRegisterReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.js';
import { useOffices } from '../body/use-body.js';
import { useOfficeNames } from '../offices/offices.js';

/** One of the body's offices; an office that is no longer in the list stays what it is. */
export function OfficeChoice({ field, current, error }: OfficeChoiceProps) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const offices = useOffices();
  const missing = current !== '' && !offices.some(({ id }) => id === current);
  return (
    <Select
      label={t('people.office')}
      hint={t(offices.length === 0 ? 'people.officeNone' : 'people.officeHint')}
      error={error ? t('people.officeMissing') : undefined}
      {...field}
    >
      <option value="">{t('people.officeChoose')}</option>
      {missing && <option value={current}>{nameOf(current)}</option>}
      {(['area', 'office'] as const).map((kind) => {
        const ofKind = offices.filter((office) => office.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <optgroup key={kind} label={t(`body.kinds.${kind}`)}>
            {ofKind.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        );
      })}
    </Select>
  );
}

interface OfficeChoiceProps {
  readonly field: UseFormRegisterReturn;
  readonly current: string;
  readonly error: boolean;
}
