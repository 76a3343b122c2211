import { useTranslation } from 'react-i18next';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { TextField } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { useToday } from '../clock/use-now.js';

/** The day of a fact; of one before today it says what that means. */
export function HappenedOn({ label, hint, day, error, ...control }: HappenedOnProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const today = useToday();
  const late = today !== null && day !== '' && day < today;
  return (
    <>
      <TextField
        label={label ?? t('lifecycle.happenedOn')}
        hint={hint ?? t('lifecycle.happenedOnHint')}
        optional
        type="date"
        max={today ?? undefined}
        error={error}
        {...control}
      />
      <div role="status">
        {late && (
          <p className="late-note">
            <Icon name="it-clock" size="xs" /> {t('lifecycle.late', { day: formats.longDay(day) })}
          </p>
        )}
      </div>
    </>
  );
}

interface HappenedOnProps extends UseFormRegisterReturn {
  readonly label?: string;
  readonly hint?: string | undefined;
  /** What it holds now. */
  readonly day: string;
  readonly error?: string | undefined;
}
