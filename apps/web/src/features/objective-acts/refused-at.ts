import { isLocalDate } from '#domain';
import { useEffect } from 'react';
import type { FieldError, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../client/problem.js';
import { useFormats } from '../../words/use-formats.js';
import { fieldOf } from './field-of.js';

/**
 * A refusal goes to the field that it is about, and the focus with it.
 *
 * @param fields  of the form
 * @returns whether it has one
 */
export function useRefusedAt<Typed extends FieldValues>(
  form: Pick<UseFormReturn<Typed, unknown, FieldValues>, 'setError'>,
  fields: Typed,
  refusal: Error | null,
): boolean {
  const limits = useLimitWords();
  const field = refusal instanceof Problem ? fieldOf(refusal) : null;
  const placed = field !== null && has(fields, field);
  useEffect(() => {
    if (!placed || refusal === null) return;
    const message = limits(refusal) ?? refusal.message;
    form.setError(field as Path<Typed>, { type: REFUSED, message }, { shouldFocus: true });
  }, [refusal]);
  return placed;
}

/** Of a day out of range: beside its field the refusal need not name it. */
function useLimitWords(): (refusal: Error) => string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  return (refusal) => {
    if (!(refusal instanceof Problem) || refusal.code !== 'value/out-of-range') return null;
    const { min, max } = refusal.details.facts;
    if (typeof min === 'string' && isLocalDate(min)) return t('lifecycle.notBefore', { day: formats.longDay(min) });
    if (typeof max === 'string' && isLocalDate(max)) return t('lifecycle.notAfter', { day: formats.longDay(max) });
    return null;
  };
}

const REFUSED = 'refused';

/** What is said at a field: the refusal's own sentence, or the usual words for what is missing. */
export function wrongAt(error: object | undefined, usual: string): string | undefined {
  if (error === undefined) return undefined;
  const { type, message } = error as Partial<Pick<FieldError, 'type' | 'message'>>;
  return type === REFUSED ? message : usual;
}

function has(values: FieldValues, path: string): boolean {
  const [first = ''] = path.split('.');
  return Object.hasOwn(values, first);
}
