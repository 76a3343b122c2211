import { useTranslation } from 'react-i18next';
import type { Answer } from '../../client/ask.js';
import { Icon } from '../../ui/icon.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';

/** Offices that are needed and that nobody holds, or nobody who could sign in; nothing where there are none. */
export function Vacancies({ vacancies }: { readonly vacancies: Answer<'vacancies'>['vacancies'] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  if (vacancies.length === 0) return null;
  const named = (people: (typeof vacancies)[number]['standIns']) =>
    people.map(({ name, user }) => name ?? user).join(', ');
  return (
    <section className="panel">
      <h2>
        <Icon name="it-warning-circle" /> {t('organisation.vacancies')}
      </h2>
      <ul>
        {vacancies.map(({ office, reason, since, openShares, holders, standIns }) => (
          <li key={office}>
            <strong>{nameOf(office)}</strong>
            {': '}
            {since === null
              ? t('organisation.neverHeld')
              : t(`organisation.since.${reason}`, { day: formats.day(since), names: named(holders) })}
            {openShares > 0 && `, ${t('organisation.openShares', { count: openShares })}`}
            {standIns.length > 0 && `, ${t('organisation.coveredBy', { names: named(standIns) })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
