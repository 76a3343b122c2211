import { kindOf } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../../client/queries.js';
import { Select, TextField } from '../../ui/field.js';
import { actWords } from '../events/event-words.js';
import { noAct, wrongIn, type TypedAct } from './act-fields.js';

const ANOTHER = 'another';

/** An act of the register, or another that becomes a debt there. */
export function ActPicker({ value, onChange, kinds, none, error, fieldRef, ...named }: ActPickerProps) {
  const { t } = useTranslation();
  const { label = t('lifecycle.act') } = named;
  const known = useKnownActs(kinds);
  const chosen = known.find(({ act }) => isSame(act, value));
  const [another, setAnother] = useState(false);
  // what a draft has may be in no register
  const typing = another || (chosen === undefined && !isSame(noAct, value));
  const errorId = useId();
  const wrong = error === undefined ? [] : wrongIn(value);
  const [firstWrong = 'kind'] = wrong;
  const typed = (field: keyof TypedAct) => ({
    value: value[field],
    errorId: wrong.includes(field) ? errorId : undefined,
    ...(field === firstWrong && { ref: fieldRef }),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      onChange({ ...value, [field]: target.value }),
  });
  return (
    <fieldset className="act-picker">
      <legend className="visually-hidden">{label}</legend>
      <Select
        ref={typing ? undefined : fieldRef}
        label={label}
        optional={none !== undefined}
        hint={kinds.length > 0 ? t('lifecycle.kinds', { kinds: kinds.join(', ') }) : undefined}
        error={typing ? undefined : error}
        value={typing ? ANOTHER : (chosen?.actId ?? '')}
        onChange={({ target }) => {
          setAnother(target.value === ANOTHER);
          const picked = known.find(({ actId }) => actId === target.value);
          onChange(picked === undefined ? { ...noAct, kind: '' } : asTyped(picked.act));
        }}
      >
        <option value="">{none ?? t('lifecycle.chooseAct')}</option>
        {known.map(({ actId, act, title, registered }) => (
          <option key={actId} value={actId}>
            {[actWords(act), title ?? (registered ? null : t('lifecycle.citedOnly'))].filter(Boolean).join(' – ')}
          </option>
        ))}
        <option value={ANOTHER}>{t('lifecycle.anotherAct')}</option>
      </Select>
      {typing && (
        <>
          <div className="side-by-side">
            <TextField label={t('act.actKind')} maxLength={40} placeholder={kinds[0]} {...typed('kind')} />
            <TextField label={t('act.actNumber')} maxLength={40} {...typed('number')} />
            <TextField label={t('act.actDate')} type="date" {...typed('date')} />
          </div>
          {error !== undefined && (
            <p id={errorId} className="field-error" role="alert">
              {error}
            </p>
          )}
          <p className="quiet">{t('lifecycle.debt')}</p>
        </>
      )}
    </fieldset>
  );
}

interface ActPickerProps {
  readonly value: TypedAct;
  readonly onChange: (act: TypedAct) => void;
  /** Which act, where a form asks for several. */
  readonly label?: string | undefined;
  /** Of which the step takes one; none: any. */
  readonly kinds: readonly string[];
  /** What the first choice is called where there may be none. */
  readonly none?: string;
  readonly error?: string | undefined;
  readonly fieldRef?: RefCallback<HTMLElement>;
}

/** Acts of these kinds with a date, the newest first. */
function useKnownActs(kinds: readonly string[]) {
  const { data } = useQuery(query('acts', { query: { limit: 200 } }));
  // `DET` and `determina` are one kind
  const wanted = new Set(kinds.map(kindOf));
  return (data?.acts ?? [])
    .filter(({ act }) => act.date !== null && (wanted.size === 0 || wanted.has(kindOf(act.kind))))
    .toSorted((a, b) => (b.act.date ?? '').localeCompare(a.act.date ?? ''));
}

function asTyped({ kind, number, date }: { kind: string; number: string; date: string | null }): TypedAct {
  return { kind, number, date: date ?? '' };
}

function isSame(one: { kind: string; number: string; date: string | null }, { kind, number, date }: TypedAct): boolean {
  return one.kind === kind && one.number === number && (one.date ?? '') === date;
}
