import type { Label } from '#domain';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';

/** Of what one wants to see: a plan, a variation, reports … or all. */
export function SubjectField({ label, names, value, choose }: SubjectFieldProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  return (
    <Select label={label} value={value ?? ''} onChange={({ target }) => choose('subject', target.value)}>
      <option value="">{t('app.all')}</option>
      {Object.entries(names).map(([subject, name]) => (
        <option key={subject} value={subject}>
          {name[language]}
        </option>
      ))}
    </Select>
  );
}

interface SubjectFieldProps {
  readonly label: string;
  /** What there is to choose from, by its id. */
  readonly names: Readonly<Record<string, Label>>;
  readonly value: string | undefined;
  /** Empty: all. */
  readonly choose: (name: 'subject', value: string) => void;
}
