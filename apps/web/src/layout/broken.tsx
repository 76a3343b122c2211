import { Button, Callout, CalloutText, CalloutTitle } from 'design-react-kit';
import { useTranslation } from 'react-i18next';

/** Instead of a screen that failed. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Callout color="danger" role="alert" className="mt-4">
      <CalloutTitle tag="h1">{t('app.broken')}</CalloutTitle>
      <CalloutText>{t('app.brokenText')}</CalloutText>
      <Button color="primary" type="button" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </Callout>
  );
}
