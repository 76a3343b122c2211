import { approvalSubjects, subjectNames, type ApprovalSubject } from '#domain';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';

/** Of what one wants to see: a plan, a variation, reports … or all. */
export function SubjectField({ label, value, choose }: SubjectFieldProps) {
  const { t } = useTranslation();
  const { language } = useFormats();
  return (
    <Select label={label} value={value ?? ''} onChange={({ target }) => choose('subject', target.value)}>
      <option value="">{t('app.all')}</option>
      {approvalSubjects.map((subject) => (
        <option key={subject} value={subject}>
          {subjectNames[subject][language]}
        </option>
      ))}
    </Select>
  );
}

interface SubjectFieldProps {
  readonly label: string;
  readonly value: ApprovalSubject | undefined;
  /** Empty: all. */
  readonly choose: (name: 'subject', value: string) => void;
}
