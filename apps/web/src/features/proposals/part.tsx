import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Check } from '../../ui/field.js';
import { useOfficeNames } from '../offices/offices.js';
import type { ProposalKept } from './proposal-kept.js';

/** One of the shares, indicators or deadlines, with the way to drop it where it is not the only one. */
export function Part({ legend, onDrop, children }: PartProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="change">
      <legend>{legend}</legend>
      {children}
      {onDrop !== null && (
        <button
          type="button"
          className="btn btn-outline-primary btn-xs"
          aria-label={t('proposal.dropOne', { what: legend })}
          onClick={onDrop}
        >
          {t('proposal.drop')}
        </button>
      )}
    </fieldset>
  );
}

interface PartProps {
  readonly legend: string;
  readonly onDrop: (() => void) | null;
  readonly children: ReactNode;
}

/** Which shares something concerns; where there is one, it is that one. */
export function SharesConcerned({ form, name, label, error }: SharesConcernedProps) {
  const nameOf = useOfficeNames();
  const shares = form.watch('shares');
  if (shares.length < 2) return null;
  return (
    <fieldset>
      <legend>{label}</legend>
      {shares.map(({ key, areaId, unit }) => (
        <Check
          key={key}
          label={[areaId === '' ? '–' : nameOf(areaId), unit].filter(Boolean).join(', ')}
          value={key}
          {...form.register(name)}
        />
      ))}
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  );
}

interface SharesConcernedProps {
  readonly form: ProposalKept;
  readonly name: `indicators.${number}.of` | `deadlines.${number}.of`;
  readonly label: string;
  readonly error?: string | undefined;
}
