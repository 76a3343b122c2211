import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RegisterForm } from '../features/acts/register-form.js';
import { toAct } from '../places.js';
import { announce } from '../ui/announcer.js';
import { Page } from '../ui/page.js';

/** Registers an act; `?kind=…&number=…&date=…` is one that is cited and lacks. */
export function NewActScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [kind, number] = [search.get('kind') ?? '', search.get('number') ?? ''];
  const debt = kind === '' && number === '' ? {} : { debt: { kind, number, date: search.get('date') } };
  return (
    <Page title={t('acts.register')} lead={t('acts.registerLead')} trail={[{ to: '/acts', label: t('acts.title') }]}>
      <RegisterForm
        {...debt}
        onDone={(actId) => {
          announce(t('acts.registered'));
          void navigate(toAct(actId));
        }}
      />
    </Page>
  );
}
