import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { FileDrop } from '../../ui/file-drop.js';
import { SendBar } from '../../ui/send-bar.js';

export interface ListFile {
  readonly sha256: string;
  readonly name: string;
}

/** Takes a list up to the server, which reads it as soon as it is there; with what it must have, and an example. */
export function ChooseList({ columns, example, onChosen }: ChooseListProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const act = useAct('addDocument', { onDone: ({ sha256, name }) => onChosen({ sha256, name }) });
  const send = (chosen: File) => void act.send({ query: { name: chosen.name }, body: chosen });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) send(file);
      }}
    >
      <FileDrop
        label={t('list.choose')}
        hint={t('list.hint')}
        accept=".csv,.xlsx,.tsv,.txt"
        chosen={file?.name ?? null}
        onFile={(chosen) => {
          setFile(chosen);
          send(chosen);
        }}
      />
      {file !== null && <SendBar label={t('app.retry')} act={act} />}
      <p className="list-columns">
        <strong>{t('list.columns')}:</strong> {columns}{' '}
        <a
          href={`data:text/csv;charset=utf-8,%EF%BB%BF${encodeURIComponent(example)}`}
          download={t('list.exampleName')}
        >
          {t('list.example')}
        </a>
      </p>
    </form>
  );
}

interface ChooseListProps {
  readonly columns: string;
  /** Lines of such a list. */
  readonly example: string;
  readonly onChosen: (file: ListFile) => void;
}
