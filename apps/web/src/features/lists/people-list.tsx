import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Answered } from '../../ui/answered.js';
import { SendBar } from '../../ui/send-bar.js';
import { ChooseList, type ListFile } from './choose-list.js';
import { ListProblems, ListWarnings } from './list-problems.js';
import { NotRecorded } from './not-recorded.js';
import { PeopleRead, type Person } from './people-read.js';
import { peopleIn, type ImportedPeople, type PeopleReading } from './read-list.js';

/** People from a file: chosen, read, then made, all or none. */
export function PeopleList({ onCreated }: { readonly onCreated: (imported: ImportedPeople) => void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<ListFile | null>(null);
  if (file !== null) return <ReadList file={file} onAnother={() => setFile(null)} onCreated={onCreated} />;
  return <ChooseList columns={t('list.peopleColumns')} example={t('list.peopleExample')} onChosen={setFile} />;
}

function ReadList({ file, onAnother, onCreated }: ReadListProps) {
  const { t } = useTranslation();
  const asked = useQuery(peopleIn(file));
  const act = useAct('importPeople', { onDone: (answer) => 'created' in answer && onCreated(answer) });
  const another = (
    <button type="button" className="btn btn-outline-primary" onClick={onAnother}>
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
        {({ people, problems, warnings, notRecorded }) => {
          const fresh = freshIn(people, notRecorded);
          const inTime = people.some(({ known, tenure, standsIn }) => known && (tenure ?? standsIn) !== undefined);
          return (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                void act.send({ query: {}, body: { document: file } });
              }}
            >
              <ListProblems problems={problems} />
              <ListWarnings warnings={warnings} />
              <NotRecorded of={notRecorded} />
              <PeopleRead people={people} without={withoutIn(notRecorded)} />
              {problems.length === 0 && (fresh > 0 || inTime) ? (
                <SendBar label={fresh > 0 ? t('list.create', { count: fresh }) : t('list.record')} act={act}>
                  {another}
                </SendBar>
              ) : (
                <>
                  {problems.length === 0 && people.every(({ known }) => known) && <p>{t('list.nothingNew')}</p>}
                  {another}
                </>
              )}
            </form>
          );
        }}
      </Answered>
    </>
  );
}

interface ReadListProps {
  readonly file: ListFile;
  readonly onAnother: () => void;
  readonly onCreated: (imported: ImportedPeople) => void;
}

/** How many would get an account: several rows may be of one person, and who does not get their office gets none. */
function freshIn(people: readonly Person[], notRecorded: PeopleReading['notRecorded']): number {
  const without = withoutIn(notRecorded);
  return new Set(people.filter(({ known, user }) => !known && !without.has(user)).map(({ user }) => user)).size;
}

/** Who gets no account, by their user names. */
function withoutIn(notRecorded: PeopleReading['notRecorded']): ReadonlySet<string> {
  return new Set(notRecorded.filter(({ account }) => !account).map(({ user }) => user));
}
