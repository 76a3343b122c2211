import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';

type Entry = Answer<'premiumRun'>['entries'][number];

/** The office that an entry pays, or those that do with their parts; and the persons, where there was more than one. */
export function AnsweringOffice({ entry: { areaId, credits, persons } }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  return (
    <>
      {credits.length === 0 ? (
        nameOf(areaId)
      ) : (
        <ul className="plain">
          {credits.map(({ office, days, amount }) => (
            <li key={office}>
              {t('premium.credit', { office: nameOf(office), count: days, amount: formats.money(amount) })}
            </li>
          ))}
        </ul>
      )}
      {isOfSeveral(persons) && <Persons persons={persons} />}
    </>
  );
}

/** One who held the office all the time is who everybody knows. */
function isOfSeveral(persons: Entry['persons']): boolean {
  return new Set(persons.map(({ person }) => person)).size > 1;
}

function Persons({ persons }: Pick<Entry, 'persons'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const isOfOne = new Set(persons.map(({ office }) => office)).size === 1;
  return (
    <ul className="plain quiet">
      {persons.map(({ person, office, from, to, days, amount }) => {
        const who = person === null ? t('premium.nobody') : personName(person);
        return (
          <li key={`${person} ${office} ${from}`}>
            {t('premium.personCredit', {
              person: isOfOne ? who : `${who}, ${nameOf(office)}`,
              from: formats.day(from),
              to: formats.day(to),
              count: days,
              amount: formats.money(amount),
            })}
          </li>
        );
      })}
    </ul>
  );
}
