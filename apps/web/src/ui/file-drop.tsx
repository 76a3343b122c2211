import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.js';

/** One file, chosen with the browser's own chooser or dropped. */
export function FileDrop({ label, hint, accept, chosen, onFile }: FileDropProps) {
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={`file-drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      <Icon name="it-upload" size="lg" />
      <p id={`${id}-label`}>{over ? t('reading.drop') : label}</p>
      <input
        id={id}
        aria-labelledby={`${id}-label`}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          target.value = ''; // the same file, corrected, may be chosen again
        }}
      />
      <span className="btn btn-primary" aria-hidden="true">
        {t('form.chooseFile')}
      </span>
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      {chosen !== null && <p className="file-chosen">{chosen}</p>}
    </div>
  );
}

interface FileDropProps {
  readonly label: string;
  readonly hint: ReactNode;
  readonly accept: string;
  /** Its name. */
  readonly chosen: string | null;
  readonly onFile: (file: File) => void;
}
