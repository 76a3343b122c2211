import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.js';

export function HomeScreen() {
  const { t } = useTranslation();
  return <Page title={t('app.nav.home')}>{null}</Page>;
}
