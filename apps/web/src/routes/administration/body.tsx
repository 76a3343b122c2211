import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AdministrationPage } from '../../features/accounts/administration-page.js';
import { NameForm } from '../../features/body/name-form.js';
import { OfficesForm } from '../../features/body/offices-form.js';
import { PatronDayForm } from '../../features/body/patron-day-form.js';
import { useBody } from '../../features/body/use-body.js';
import { OfficesList } from '../../features/lists/offices-list.js';
import { announce } from '../../ui/announcer.js';
import { Answered } from '../../ui/answered.js';

export function BodyScreen() {
  const { t } = useTranslation();
  const asked = useBody();
  return (
    <AdministrationPage title={t('body.title')} lead={t('body.lead')}>
      <Answered asked={asked}>
        {(body) => (
          <>
            {body.demonstration && <p className="notice">{t('body.demonstration')}</p>}
            {!body.demonstration && !body.setup.complete && (
              <div className="notice">
                <p>{t('app.setupOpen')}</p>
                <Link to="/setup" className="btn btn-primary btn-xs">
                  {t('app.setupContinue')}
                </Link>
              </div>
            )}
            <section className="panel">
              <h2>{t('body.name')}</h2>
              <NameForm body={body} label={t('body.saveName')} onSaved={() => announce(t('body.nameSaved'))} />
            </section>
            <section className="panel">
              <h2>{t('body.calendar')}</h2>
              <PatronDayForm body={body} label={t('body.savePatron')} onSaved={() => announce(t('body.patronSaved'))} />
            </section>
            <section className="panel">
              <h2>{t('body.offices')}</h2>
              <OfficesForm
                key={JSON.stringify(body.offices)}
                body={body}
                label={t('body.saveOffices')}
                onSaved={() => announce(t('body.officesSaved'))}
              />
              <OfficesList />
            </section>
          </>
        )}
      </Answered>
    </AdministrationPage>
  );
}
