import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../client/ask.js';
import { untilAnswered } from '../../client/persist.js';
import { Icon } from '../../ui/icon.js';
import { Refusal } from '../../ui/refusal.js';
import { sizeWords, type Evidence } from './evidence-list.js';

/** Documents to send along: each goes up as soon as it is chosen, so a draft holds only what names it. */
export function EvidenceField({
  label,
  value,
  onChange,
  hint,
  error,
  optional = true,
  multiple = true,
}: EvidenceFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const choose = t(multiple ? 'form.chooseFiles' : 'form.chooseFile');
  const chosen = useRef<HTMLInputElement>(null);
  const [uploading, setUploading] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const add = async (files: readonly File[]) => {
    let kept = value;
    setRefusal(null);
    for (const file of files) {
      setUploading(file.name);
      try {
        const evidence = await untilAnswered(
          () => ask('addDocument', { query: { name: file.name }, body: file }),
          AbortSignal.timeout(10 * 60_000),
        );
        kept = multiple ? [...kept.filter(({ sha256 }) => sha256 !== evidence.sha256), evidence] : [evidence];
        onChange(kept);
      } catch (failure) {
        setRefusal(failure instanceof Error ? failure : new Error(String(failure)));
      }
    }
    setUploading(null);
    if (chosen.current !== null) chosen.current.value = '';
  };
  return (
    <div className="field">
      <p className="field-name">
        {label}
        {optional && <span className="optional"> ({t('form.optional')})</span>}
      </p>
      <ul className="evidence">
        {value.map((evidence) => (
          <li key={evidence.sha256}>
            <Icon name="it-clip" size="xs" /> {evidence.name} <span className="quiet">{sizeWords(evidence.size)}</span>
            <button
              type="button"
              className="btn-plain"
              onClick={() => onChange(value.filter(({ sha256 }) => sha256 !== evidence.sha256))}
            >
              <Icon name="it-delete" title={t('form.removeFile', { name: evidence.name })} />
            </button>
          </li>
        ))}
      </ul>
      <input
        ref={chosen}
        id={id}
        type="file"
        multiple={multiple}
        className="visually-hidden"
        aria-label={`${label}: ${choose}`}
        onChange={(event) => void add([...(event.target.files ?? [])])}
      />
      <label htmlFor={id} className="btn btn-outline-primary btn-xs file-button" aria-hidden="true">
        <Icon name="it-upload" className="icon-primary" /> {choose}
      </label>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <div role="status">
        {uploading !== null && <p className="quiet">{t('form.uploading', { name: uploading })}</p>}
      </div>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <Refusal error={refusal} />
    </div>
  );
}

interface EvidenceFieldProps {
  readonly label: string;
  readonly value: readonly Evidence[];
  readonly onChange: (evidence: readonly Evidence[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Unless it says no. */
  readonly optional?: boolean;
  /** Unless it says no: another one takes the place of the first. */
  readonly multiple?: boolean;
}
