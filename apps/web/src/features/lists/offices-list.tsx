import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { announce } from '../../ui/announcer.js';
import { Answered } from '../../ui/answered.js';
import { SendBar } from '../../ui/send-bar.js';
import { Table, type Column } from '../../ui/table.js';
import { useDrafts } from '../session/session.js';
import { ChooseList, type ListFile } from './choose-list.js';
import { ListProblems, ListWarnings } from './list-problems.js';
import { officesIn, type OfficesReading } from './read-list.js';

/** Areas and offices from a file, in place of the list there is. */
export function OfficesList() {
  const { t } = useTranslation();
  const [file, setFile] = useState<ListFile | null>(null);
  return (
    <details className="offices-file">
      <summary>{t('list.officesFrom')}</summary>
      {file === null ? (
        <ChooseList columns={t('list.officesColumns')} example={t('list.officesExample')} onChosen={setFile} />
      ) : (
        <ReadList file={file} onEnd={() => setFile(null)} />
      )}
    </details>
  );
}

function ReadList({ file, onEnd }: { readonly file: ListFile; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const drafts = useDrafts();
  const asked = useQuery(officesIn(file));
  const act = useAct('importOffices', {
    onDone: () => {
      drafts.discard('body/offices'); // what was typed is of the list that is no more
      announce(t('body.officesSaved'));
      onEnd();
    },
  });
  const another = (
    <button type="button" className="btn btn-outline-primary" onClick={onEnd}>
      {t('list.another')}
    </button>
  );
  return (
    <>
      <p>
        <strong>{file.name}</strong>
      </p>
      {asked.error !== null && another}
      <Answered asked={asked}>
        {({ offices, problems, warnings }) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void act.send({ query: {}, body: { document: file } });
            }}
          >
            <ListProblems problems={problems} />
            <ListWarnings warnings={warnings} />
            <Read offices={offices} />
            {problems.length === 0 && offices.length > 0 ? (
              <>
                <p>{t('list.replaceText')}</p>
                <SendBar label={t('list.replace', { count: offices.length })} act={act}>
                  {another}
                </SendBar>
              </>
            ) : (
              another
            )}
          </form>
        )}
      </Answered>
    </>
  );
}

type Listed = OfficesReading['offices'][number];

function Read({ offices }: { readonly offices: readonly Listed[] }) {
  const { t } = useTranslation();
  const columns: readonly Column<Listed>[] = [
    { id: 'name', header: t('body.officeName'), heading: true, cell: ({ name }) => name },
    { id: 'kind', header: t('body.officeKind'), cell: ({ kind }) => t(`body.kind.${kind}`) },
    { id: 'id', header: t('body.officeId'), cell: ({ id }) => <span className="mono">{id}</span> },
  ];
  return <Table caption={t('list.offices')} columns={columns} rows={offices} keyOf={({ line }) => String(line)} />;
}
