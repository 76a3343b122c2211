import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../client/queries.js';
import { DelegateForm } from '../features/organisation/delegate-form.js';
import { Delegations } from '../features/organisation/delegations.js';
import { TakeOfficeForm } from '../features/organisation/take-office-form.js';
import { Tenures } from '../features/organisation/tenures.js';
import { Vacancies } from '../features/organisation/vacancies.js';
import { useMay } from '../features/session/session.js';
import { Answered } from '../ui/answered.js';
import { TextField } from '../ui/field.js';
import { Page } from '../ui/page.js';

/** Who holds which office, who acts for whom, and which office nobody holds: today, or on any day. */
export function OrganisationScreen() {
  const { t } = useTranslation();
  const may = useMay();
  const [day, setDay] = useState('');
  const on = day === '' ? {} : { on: day };
  const asked = useQuery(query('organisation', { query: on }));
  const vacant = useQuery(query('vacancies', { query: on }));
  return (
    <Page title={t('organisation.title')} lead={t('organisation.lead')}>
      <p>
        <Link to="/workflow">{t('workflow.title')}</Link>
        {may('audit-trail.read') && (
          <>
            {' · '}
            <Link to="/separation-checks">{t('separation.link')}</Link>
          </>
        )}
        {may('account.create') && (
          <>
            {' · '}
            <Link to="/administration/people/file">{t('people.file')}</Link>
          </>
        )}
      </p>
      <TextField
        label={t('organisation.on')}
        type="date"
        optional
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Answered asked={vacant}>{({ vacancies }) => <Vacancies vacancies={vacancies} />}</Answered>
      <Answered asked={asked}>
        {({ tenures, delegations }) => (
          <>
            <Tenures tenures={tenures} />
            <Delegations delegations={delegations} />
          </>
        )}
      </Answered>
      {may('organisation.delegate') && <DelegateForm />}
      {may('organisation.change') && <TakeOfficeForm />}
    </Page>
  );
}
