import { whoCould } from '#contract';
import { Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { language } from '../client/language.js';
import { useKnownOfficeNames } from '../features/offices/offices.js';
import { useMay, useMe } from '../features/session/session.js';
import { Icon } from '../ui/icon.js';
import { Page } from '../ui/page.js';

/** In place of a screen that these roles are not for: what they lack, and who could. */
export function DeniedScreen({ action }: { readonly action: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { others, otherOffices } = useMe();
  const nameOf = useKnownOfficeNames();
  const facts = { action, roles: (others[action] ?? []).join(', '), offices: (otherOffices[action] ?? []).join(', ') };
  const { what = action, who = '–' } = whoCould(language.get(), facts, nameOf);
  return (
    <Page title={t('app.denied')}>
      <div role="alert" className="refusal">
        <Callout color="danger">
          <CalloutTitle tag="p">
            <Icon name="it-close-circle" />
            <span className="text">{t('app.denied')}</span>
          </CalloutTitle>
          <CalloutText>{t('app.deniedText', { what, who })}</CalloutText>
        </Callout>
      </div>
      <Link to="/" className="btn btn-primary">
        {t(may('inbox.read') ? 'app.backHome' : 'app.backEvaluations')}
      </Link>
    </Page>
  );
}
