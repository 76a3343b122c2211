import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Where it is said what is wrong of several fields at once. */
  readonly errorId?: string | undefined;
}

/** Label, control, hint and what is wrong, tied together for those who do not see them together. */
function Field({
  label,
  hint,
  error,
  optional,
  errorId,
  children,
}: FieldProps & { children: (ids: Ids) => ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const said = error === undefined ? errorId : `${id}-error`;
  const described = [hint === undefined ? '' : `${id}-hint`, said ?? ''].join(' ').trim();
  const isWrong = said !== undefined;
  return (
    <div className={`field ${isWrong ? 'invalid' : ''}`}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="optional"> ({t('form.optional')})</span>}
      </label>
      {children({
        id,
        'aria-invalid': isWrong,
        ...(described !== '' && { 'aria-describedby': described }),
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="it-warning-circle" size="xs" /> {error}
        </p>
      )}
    </div>
  );
}

interface Ids {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** One line of text, a number, a date: as `type` says. */
export function TextField({
  label,
  hint,
  error,
  optional,
  errorId,
  suffix,
  beside,
  ...control
}: FieldProps & { readonly suffix?: string; readonly beside?: ReactNode } & InputHTMLAttributes<HTMLInputElement> &
  RefOf<HTMLInputElement>) {
  return (
    <Field {...{ label, hint, error, optional, errorId }}>
      {(ids) => (
        <span className="control">
          <input className="form-control" {...ids} {...control} />
          {suffix !== undefined && <span className="suffix">{suffix}</span>}
          {beside}
        </span>
      )}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  ...control
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement> & RefOf<HTMLTextAreaElement>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(ids) => <textarea className="form-control" rows={4} {...ids} {...control} />}
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  optional,
  children,
  ...control
}: FieldProps & InputHTMLAttributes<HTMLSelectElement> & RefOf<HTMLSelectElement>) {
  return (
    <Field {...{ label, hint, error, optional }}>
      {(ids) => (
        <select className="form-select" {...ids} {...control}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface RefOf<Element> {
  readonly ref?: React.Ref<Element>;
}

/** A box to tick. */
export function Check({
  label,
  ...control
}: { readonly label: string } & InputHTMLAttributes<HTMLInputElement> & RefOf<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="check">
      <input type="checkbox" id={id} {...control} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
