import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { query } from '../../client/queries.js';
import { Select, TextField } from '../../ui/field.js';
import { eventKind } from '../events/event-words.js';
import { numberOf } from '../objectives/number-of.js';
import { useOfficeNames, useOffices } from '../offices/offices.js';
import { eventTypes } from './event-types.js';

export const filterNames = [
  'actor',
  'office',
  'type',
  'plan',
  'objective',
  'from',
  'to',
  'occurredFrom',
  'occurredTo',
  'late',
  'approvals',
] as const;

/** Whose and which events are shown; what is chosen stands in the address, so that it can be sent on. */
export function AuditFilters() {
  const { t } = useTranslation();
  const nameOf = useOfficeNames();
  const offices = useOffices();
  const [asked, setAsked] = useSearchParams();
  const plans = useQuery(query('plans', {}));
  const objectives = useQuery(query('objectives', { query: { limit: 500 } }));
  const now = (name: string) => asked.get(name) ?? '';
  return (
    <form
      className="panel filters"
      role="search"
      aria-label={t('auditTrail.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget);
        setAsked(
          filterNames.flatMap((name): [string, string][] => {
            const value = chosen.get(name);
            return typeof value === 'string' && value !== '' ? [[name, value]] : [];
          }),
        );
      }}
    >
      {asked.has('actor') && <input type="hidden" name="actor" value={now('actor')} />}
      <Select label={t('auditTrail.office')} name="office" defaultValue={now('office')}>
        <option value="">{t('app.all')}</option>
        {offices.map((office) => (
          <option key={office} value={office}>
            {nameOf(office)}
          </option>
        ))}
      </Select>
      <Select label={t('auditTrail.what')} name="type" defaultValue={now('type')}>
        <option value="">{t('app.all')}</option>
        {eventTypes.map((type) => (
          <option key={type} value={type}>
            {eventKind(type, t)}
          </option>
        ))}
      </Select>
      <Select label={t('auditTrail.plan')} name="plan" defaultValue={now('plan')}>
        <option value="">{t('app.all')}</option>
        {plans.data?.plans.map(({ planId }) => (
          <option key={planId} value={planId}>
            {planId}
          </option>
        ))}
      </Select>
      <Select label={t('auditTrail.objective')} name="objective" defaultValue={now('objective')}>
        <option value="">{t('app.all')}</option>
        {objectives.data?.objectives.map(({ objectiveId, title }) => (
          <option key={objectiveId} value={objectiveId}>
            {numberOf(objectiveId)} {title}
          </option>
        ))}
      </Select>
      <TextField label={t('auditTrail.from')} type="date" name="from" defaultValue={now('from')} />
      <TextField label={t('auditTrail.to')} type="date" name="to" defaultValue={now('to')} />
      <TextField
        label={t('auditTrail.occurredFrom')}
        type="date"
        name="occurredFrom"
        defaultValue={now('occurredFrom')}
      />
      <TextField label={t('auditTrail.occurredTo')} type="date" name="occurredTo" defaultValue={now('occurredTo')} />
      <Select label={t('auditTrail.recorded')} name="late" defaultValue={now('late')}>
        <option value="">{t('app.all')}</option>
        <option value="true">{t('auditTrail.late')}</option>
        <option value="false">{t('auditTrail.inTime')}</option>
      </Select>
      <Select label={t('auditTrail.approvals')} name="approvals" defaultValue={now('approvals')}>
        <option value="">{t('app.all')}</option>
        <option value="silence">{t('auditTrail.silence')}</option>
        <option value="migration">{t('auditTrail.migration')}</option>
      </Select>
      <div className="send-buttons">
        <Button color="primary" size="xs" type="submit">
          {t('auditTrail.apply')}
        </Button>
        <Button color="primary" outline size="xs" type="button" onClick={() => setAsked([])}>
          {t('auditTrail.clear')}
        </Button>
      </div>
    </form>
  );
}
