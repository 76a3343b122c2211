import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client/use-act.js';
import { Answered } from '../../ui/answered.js';
import { SendBar } from '../../ui/send-bar.js';
import { Table, type Column } from '../../ui/table.js';
import { Tag } from '../../ui/tag.js';
import { roles as allRoles, type Role } from '../accounts/roles.js';
import { useOfficeNames } from '../offices/offices.js';
import { ChooseList, type ListFile } from './choose-list.js';
import { ListProblems, ListWarnings } from './list-problems.js';
import { NotRecorded } from './not-recorded.js';
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
              <Read people={people} />
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

type Person = PeopleReading['people'][number];

/** How many would get an account: several rows may be of one person, and who does not get their office gets none. */
function freshIn(people: readonly Person[], notRecorded: PeopleReading['notRecorded']): number {
  const without = notRecorded.filter(({ account }) => !account).map(({ user }) => user);
  return new Set(people.filter(({ known, user }) => !known && !without.includes(user)).map(({ user }) => user)).size;
}

function Read({ people }: { readonly people: readonly Person[] }) {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const columns: readonly Column<Person>[] = [
    { id: 'name', header: t('people.name'), heading: true, cell: ({ name, user }) => (name === '' ? user : name) },
    { id: 'user', header: t('people.user'), cell: ({ user }) => user },
    { id: 'email', header: t('people.email'), cell: ({ email }) => email ?? '–' },
    { id: 'office', header: t('people.office'), cell: ({ office }) => nameOf(office) },
    {
      id: 'roles',
      header: t('people.roles'),
      cell: ({ roles }) => roles.map((role) => (isRole(role) ? t(`people.role.${role}`) : role)).join(', '),
    },
    {
      id: 'known',
      header: t('people.standing'),
      cell: ({ known }) => <Tag tone={known ? 'plain' : 'good'}>{t(known ? 'list.known' : 'list.new')}</Tag>,
    },
  ];
  return <Table caption={t('list.people')} columns={columns} rows={people} keyOf={({ line }) => String(line)} />;
}

const isRole = (text: string): text is Role => (allRoles as readonly string[]).includes(text);
