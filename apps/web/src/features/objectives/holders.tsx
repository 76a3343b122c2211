import { useTranslation } from 'react-i18next';
import { useFormats } from '../../words/use-formats.js';
import { usePersonNames } from '../approvals/use-person-names.js';
import { useOfficeNames } from '../offices/offices.js';
import type { Share } from './offers.js';

/** Who answered for a share and when, once it or an office of it changed hands: each keeps the credit of those days. */
export function Holders({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const { holders, persons, taken = [] } = share.moves;
  const changedHands = new Set(persons.map(({ person }) => person)).size > 1;
  if (holders.length < 2 && !changedHands && taken.length === 0) return null;
  return (
    <div>
      <dt>{t('share.holders')}</dt>
      <dd>
        <ul className="plain-list">
          {holders.map((holding) => (
            <li key={`${holding.office} ${holding.from}`}>
              <Office holding={holding} />
            </li>
          ))}
        </ul>
        {changedHands && <Persons persons={persons} />}
        {taken.length > 0 && <Taken taken={taken} />}
      </dd>
    </div>
  );
}

type Moves = Share['moves'];

function Office({ holding: { office, from, to, days } }: { readonly holding: Moves['holders'][number] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const name = useOfficeNames()(office);
  return (
    <>
      {from === null
        ? name
        : to === null
          ? t('share.holdingNow', { office: name, from: formats.day(from) })
          : t('share.holding', { office: name, from: formats.day(from), to: formats.day(to) })}{' '}
      {days !== null && <span className="quiet">{t('share.holdingDays', { count: days })}</span>}
    </>
  );
}

/** Days that somebody lost by what was recorded later. */
function Taken({ taken }: { readonly taken: NonNullable<Moves['taken']> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  return (
    <ul className="plain-list">
      {taken.map(({ office, to, from, until, days }, index) => (
        <li key={`${index} ${from}`}>
          {t('share.daysTaken', {
            office: nameOf(office),
            to: nameOf(to),
            from: formats.day(from),
            until: formats.day(until),
          })}{' '}
          <span className="quiet">{t('share.holdingDays', { count: days })}</span>
        </li>
      ))}
    </ul>
  );
}

function Persons({ persons }: Pick<Moves, 'persons'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  // an account that bears the name of its office says no more than that
  const named = (person: string | null, office: string) =>
    [...new Set([person === null ? t('share.nobodyHeld') : personName(person), nameOf(office)])].join(', ');
  return (
    <ul className="plain-list">
      {persons.map(({ person, office, from, to, days }) => (
        <li key={`${person} ${office} ${from}`}>
          {t('share.personHeld', {
            person: named(person, office),
            from: formats.day(from),
            to: formats.day(to),
          })}{' '}
          <span className="quiet">{t('share.holdingDays', { count: days })}</span>
        </li>
      ))}
    </ul>
  );
}
