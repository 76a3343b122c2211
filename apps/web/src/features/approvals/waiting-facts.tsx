import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { Tag } from '../../ui/tag.js';
import { useFormats } from '../../words/use-formats.js';
import { useOfficeNames } from '../offices/offices.js';
import type { ApprovalWaiting } from './approval-of.js';
import { InPlaceOf } from './in-place-of.js';
import { usePersonNames } from './use-person-names.js';

/** Why an approval does not move: who could act, since when, until when, what comes next. */
export function WaitingFacts({ waiting }: { readonly waiting: ApprovalWaiting }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const nameOf = useOfficeNames();
  const personName = usePersonNames();
  const { who, since, until, overdue, next, claims, stuck } = waiting;
  return (
    <>
      {stuck !== null && (
        <p className="notice notice-waiting">
          <Icon name="it-warning-circle" />
          <span>{t(`approval.stuck.${stuck}`)}</span>
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>{t('approval.who')}</dt>
          <dd>
            {who.length === 0 && t('approval.nobody')}
            {who.map(({ office, persons, disabled = [] }) => (
              <span key={office} className="seat">
                {nameOf(office)}{' '}
                <span className="quiet">
                  {persons.length + disabled.length === 0
                    ? t('approval.vacant')
                    : others(nameOf(office), persons.map(personName))}
                  {disabled.length > 0 &&
                    ` ${t('approval.disabled', { count: disabled.length, who: disabled.map(personName).join(', ') })}`}
                </span>
              </span>
            ))}
            <InPlaceOf waiting={waiting} />
          </dd>
        </div>
        <div>
          <dt>{t('approval.since')}</dt>
          <dd>{since === null ? t('approval.notBegun') : formats.dayOfInstant(since)}</dd>
        </div>
        <div>
          <dt>{t('approval.until')}</dt>
          <dd>
            {until === null ? t('approval.noTerm') : formats.longDay(until)}{' '}
            {overdue && <Tag tone="bad">{t('approval.overdueTag')}</Tag>}
          </dd>
        </div>
        <div>
          <dt>{t('approval.next')}</dt>
          <dd>
            {next === null
              ? t('approval.nextNothing')
              : t('approval.nextOn', { what: t(`approval.rung.${next.do}`), day: formats.longDay(next.on) })}
          </dd>
        </div>
        {claims.length > 0 && (
          <div>
            <dt>{t('approval.claims')}</dt>
            <dd>{claims.map(({ person }) => personName(person)).join(', ')}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** Names of people, where they say more than the office's. */
function others(office: string, names: readonly string[]): string {
  return names.filter((name) => name !== office).join(', ');
}
