import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/field.js';
import { useFormats } from '../../words/use-formats.js';
import type { ActProps } from './act-props.js';

type Of = Pick<ActProps, 'objective' | 'share'>;

/** A deadline that is counted from what is told, and the occasion that it replaces, told with a wrong day. */
export function BeginsField({ objective, share, error, ...control }: BeginsFieldProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const counted = countedIn({ objective, share });
  const wrong = share.due.filter(
    ({ status, deadlineId }) => status === 'open' && counted.some(({ id }) => id === deadlineId),
  );
  if (counted.length === 0) return null;
  return (
    <Select label={t('act.begins')} hint={t('act.beginsHint')} error={error} {...control}>
      <option value="">{t('act.beginsNone')}</option>
      {counted.map(({ id, text }) => (
        <option key={id} value={beginning(id)}>
          {text.slice(0, LONGEST)}
        </option>
      ))}
      {wrong.map(({ deadlineId, instance, dueOn, text }) => (
        <option key={`${deadlineId} ${instance}`} value={JSON.stringify({ deadlineId, insteadOf: instance })}>
          {t('act.beginsInstead', { day: formats.day(dueOn), text: text.slice(0, LONGEST) })}
        </option>
      ))}
    </Select>
  );
}

const LONGEST = 120;

interface BeginsFieldProps extends Of {
  readonly error?: string | undefined;
  readonly name: string;
  readonly ref: Ref<HTMLSelectElement>;
}

/** As the value of a choice. */
export function beginning(deadlineId: string): string {
  return JSON.stringify({ deadlineId });
}

/** What of a share is counted from a fact. */
export function countedIn({ objective, share }: Of) {
  return objective.deadlines.filter(({ kind, shareIds }) => kind === 'relative' && shareIds.includes(share.shareId));
}
