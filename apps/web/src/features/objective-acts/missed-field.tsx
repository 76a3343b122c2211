import { useTranslation } from 'react-i18next';
import type { Ref } from 'react';
import { Select } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import { dueText } from '../objectives/due-words.js';
import type { Share } from '../objectives/offers.js';

type Due = Share['due'][number];

/** Which of several missed deadlines a form is about. */
export function MissedField({ among, error, ...control }: MissedFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Select label={t('act.missedOccasion')} error={error} {...control}>
      {among.map((due) => (
        <option key={named(due)} value={named(due)}>
          {t('act.occasionOf', { day: formats.day(due.dueOn), text: dueText(due, t) })}
        </option>
      ))}
    </Select>
  );
}

interface MissedFieldProps {
  readonly among: readonly Due[];
  readonly error?: string | undefined;
  readonly name: string;
  readonly ref: Ref<HTMLSelectElement>;
}

type Instance = Pick<Due, 'deadlineId' | 'instance'>;

/** As the value of a choice. */
export function named({ deadlineId, instance }: Instance): string {
  return JSON.stringify({ deadlineId, instance });
}

/** The one that was asked for, where it is among them; else the first. */
export function firstOf(among: readonly Due[], asked: Instance | null): string {
  const wanted = among.find((due) => asked !== null && named(due) === named(asked)) ?? among[0];
  return wanted === undefined ? '' : named(wanted);
}

export function instanceIn(value: string): Instance | null {
  return value === '' ? null : (JSON.parse(value) as Instance);
}
